"""`./xinfang import`: files as people have them, good and bad."""

import csv
import gzip
import os
import subprocess
import sys
import time
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlmodel import SQLModel, col, func, select
from typer.testing import Result

from commands.import_petitions import app
from engine.clock import machine_now
from records.database import Database
from records.models import OutboxCommand, Petition, Petitioner
from tests.commands.conftest import call
from tests.commands.csv_files import CHINESE_HEADER, GOOD, ROWS, generated, text_of, write_csv

ROOT = Path(__file__).parents[2]


def count(database: Database, table: type[SQLModel] = Petition) -> int:
    with database.reading() as session:
        return session.exec(select(func.count()).select_from(table)).one()


def subjects(database: Database) -> list[str]:
    with database.reading() as session:
        return list(session.exec(select(Petition.subject).order_by(col(Petition.number))))


def import_it(data: Path, file: Path, *options: object) -> Result:
    return call(app, file, "--data", data, *options)


class TestGoodFiles:
    def test_every_row_becomes_a_petition_with_its_start_command(
        self, data: Path, database: Database, tmp_path: Path
    ) -> None:
        result = import_it(data, write_csv(tmp_path, ROWS))
        assert (result.stdout, result.exit_code) == ("filed 3, known before 0, refused 0\n", 0)
        assert subjects(database) == ["电梯停运", "路灯不亮", "校车停运，孩子上学不便。"]
        assert count(database, OutboxCommand) == 3
        with database.reading() as session:
            first = session.exec(select(Petition).order_by(col(Petition.number))).first()
            assert first is not None
            assert (first.text, first.received_on) == (ROWS[0][4], date(2019, 3, 1))
            assert (first.source_system, first.source_id) == ("letters", "m1")
            assert (first.bureau_id, first.filed_by) == ("990100-xf", None)

    def test_the_same_file_twice_adds_nothing(
        self, data: Path, database: Database, tmp_path: Path
    ) -> None:
        file = write_csv(tmp_path, ROWS)
        import_it(data, file)
        result = import_it(data, file)
        assert (result.stdout, result.exit_code) == ("filed 0, known before 3, refused 0\n", 0)
        assert (count(database), count(database, Petitioner)) == (3, 3)
        assert count(database, OutboxCommand) == 3

    def test_a_row_that_stands_twice_in_the_file_is_filed_once(
        self, data: Path, database: Database, tmp_path: Path
    ) -> None:
        result = import_it(data, write_csv(tmp_path, [*ROWS, *ROWS]))
        assert result.stdout == "filed 3, known before 3, refused 0\n"
        assert count(database) == 3

    def test_the_same_ids_from_another_source_are_other_petitions(
        self, data: Path, database: Database, tmp_path: Path
    ) -> None:
        file = write_csv(tmp_path, ROWS)
        import_it(data, file)
        import_it(data, file, "--source", "hotline")
        assert count(database) == 6

    def test_a_gzip_file_is_unpacked_and_known_again_when_plain(
        self, data: Path, tmp_path: Path
    ) -> None:
        packed = tmp_path / "letters.csv.gz"
        packed.write_bytes(gzip.compress(text_of(ROWS).encode()))
        assert "filed 3" in import_it(data, packed).stdout
        assert "known before 3" in import_it(data, write_csv(tmp_path, ROWS)).stdout

    @pytest.mark.parametrize("line_end", ["\n", "\r\n"])
    def test_a_file_saved_by_a_spreadsheet_is_read(
        self, data: Path, database: Database, tmp_path: Path, line_end: str
    ) -> None:
        file = tmp_path / "letters.csv"
        text = text_of(ROWS).replace("\n", line_end) + line_end  # a BOM, and a blank last line
        file.write_bytes(b"\xef\xbb\xbf" + text.encode())
        assert import_it(data, file).exit_code == 0
        assert count(database) == 3

    def test_chinese_column_names_and_further_columns_are_understood(
        self, data: Path, database: Database, tmp_path: Path
    ) -> None:
        file = tmp_path / "letters.csv"
        header = [*CHINESE_HEADER, "点赞数", "电话", "信访形式"]
        rows = [[*row, "7", "00000000000", "visit"] for row in ROWS]
        file.write_text(text_of(rows, header), encoding="utf-8")
        assert import_it(data, file).exit_code == 0
        with database.reading() as session:
            assert {one.form for one in session.exec(select(Petition))} == {"visit"}
            assert {one.phone for one in session.exec(select(Petitioner))} == {"00000000000"}

    def test_a_gbk_file_is_read_when_told_so(
        self, data: Path, database: Database, tmp_path: Path
    ) -> None:
        file = tmp_path / "letters.csv"
        file.write_text(text_of(ROWS, CHINESE_HEADER), encoding="gb18030")
        assert import_it(data, file, "--encoding", "gb18030").exit_code == 0
        assert subjects(database)[0] == "电梯停运"

    def test_a_limit_takes_the_first_rows_and_the_rest_comes_later(
        self, data: Path, tmp_path: Path
    ) -> None:
        file = write_csv(tmp_path, ROWS)
        assert "filed 2, known before 0" in import_it(data, file, "--limit", 2).stdout
        assert "filed 1, known before 2" in import_it(data, file).stdout

    def test_an_empty_list_is_no_mistake(self, data: Path, tmp_path: Path) -> None:
        result = import_it(data, write_csv(tmp_path, []))
        assert (result.stdout, result.exit_code) == ("filed 0, known before 0, refused 0\n", 0)

    def test_a_subject_of_301_characters_is_cut_to_300(
        self, data: Path, database: Database, tmp_path: Path
    ) -> None:
        import_it(data, write_csv(tmp_path, [["m1", "甲某", "题" * 301, "2019-03-01", "内容"]]))
        assert subjects(database) == ["题" * 300]


SOON = (machine_now().date() + timedelta(days=2)).isoformat()
REFUSALS = [
    (["", "甲某", "主题", "2019-03-01", "内容"], "no id"),
    (["m1", " ", "主题", "2019-03-01", "内容"], "no person"),
    (["m1", "甲某", "主题", "2019-03-01", " \n "], "no text"),
    (["m1", "甲某", "主题", "1 March", "内容"], "sent_at is not a date"),
    (["m1", "甲某", "主题", "2019-02-29", "内容"], "sent_at is not a date"),
    (["m1", "甲某", "主题", "", "内容"], "sent_at is not a date"),
    (["m1", "甲某", "主题", "9999-12-31T23:00:00-10:00", "内容"], "sent_at is not a date"),
    (["m1", "甲某", "主题", SOON, "内容"], "sent_at lies in the future"),
    (["m1", "甲某", "主题", "2019-03-01", "文" * 200_000], "text longer than 100000 characters"),
    (["m" * 101, "甲某", "主题", "2019-03-01", "内容"], "id longer than 100 characters"),
    (["m1", "甲" * 201, "主题", "2019-03-01", "内容"], "person longer than 200 characters"),
    (["m1", "甲某", "主题", "2019-03-01", "内\0容"], "a NUL character"),
    (["m1", "甲某", "主题", "2019-03-01", "内容", "又一栏"], "more fields than the first line"),
    (["m1", "甲某", "主题"], "no text"),
]


class TestRefusedRows:
    @pytest.mark.parametrize(("row", "reason"), REFUSALS, ids=[reason for _, reason in REFUSALS])
    def test_a_bad_row_is_refused_with_its_reason_and_the_others_go_in(
        self, data: Path, database: Database, tmp_path: Path, row: list[str], reason: str
    ) -> None:
        result = import_it(data, write_csv(tmp_path, [row, GOOD]))
        assert result.stdout.startswith("filed 1, known before 0, refused 1\n  line 2: " + reason)
        assert (result.exit_code, count(database)) == (1, 1)

    @pytest.mark.parametrize(
        ("column", "value", "reason"),
        [
            ("address", "路" * 501, "address longer than 500 characters"),
            ("phone", "0" * 51, "phone longer than 50 characters"),
            ("form", "pigeon", "form is none of online, letter, phone, fax, visit"),
        ],
    )
    def test_a_bad_further_column_refuses_the_row(
        self, data: Path, tmp_path: Path, column: str, value: str, reason: str
    ) -> None:
        file = tmp_path / "letters.csv"
        header = ["id", "person", "subject", "sent_at", "text", column]
        file.write_text(text_of([[*GOOD, value]], header), encoding="utf-8")
        assert f"line 2: {reason}" in import_it(data, file).stdout

    def test_a_line_is_counted_where_the_row_begins(self, data: Path, tmp_path: Path) -> None:
        bad = ["", "甲某", "主题", "2019-03-01", "一\n二\n三"]
        result = import_it(data, write_csv(tmp_path, [*ROWS, bad, bad]))
        assert "  line 6: no id" in result.stdout
        assert "  line 9: no id" in result.stdout

    def test_many_refusals_are_counted_but_not_all_shown(self, data: Path, tmp_path: Path) -> None:
        bad = [["", "甲某", "主题", "2019-03-01", "内容"]] * 25
        shown = import_it(data, write_csv(tmp_path, bad)).stdout
        assert shown.count("no id") == 20
        assert "... and 5 more" in shown

    def test_refused_rows_are_written_to_a_file(self, data: Path, tmp_path: Path) -> None:
        bad = ["m7", "甲某", "主题", "soon", "内容"]
        report = tmp_path / "refused.csv"
        result = import_it(data, write_csv(tmp_path, [GOOD, bad]), "--refused", report)
        assert f"refused rows written to {report}" in result.stdout
        with report.open(encoding="utf-8", newline="") as file:
            assert list(csv.reader(file)) == [
                ["line", "id", "reason"],
                ["3", "m7", "sent_at is not a date (YYYY-MM-DD)"],
            ]

    def test_a_moment_with_a_zone_counts_as_the_day_in_shanghai(
        self, data: Path, database: Database, tmp_path: Path
    ) -> None:
        late = ["m1", "甲某", "主题", "2019-03-01T20:00:00Z", "内容"]
        import_it(data, write_csv(tmp_path, [late]))
        with database.reading() as session:
            assert session.exec(select(Petition)).one().received_on == date(2019, 3, 2)


class TestBadFiles:
    def assert_refused(self, result: Result, database: Database, *words: str) -> None:
        assert (result.exit_code, result.stdout, count(database)) == (2, "", 0)
        said = " ".join(result.stderr.replace("│", " ").split())
        assert [word for word in words if word not in said] == []

    def test_a_gbk_file_gets_a_hint(self, data: Path, database: Database, tmp_path: Path) -> None:
        file = tmp_path / "letters.csv"
        file.write_text(text_of(ROWS), encoding="gb18030")
        self.assert_refused(
            import_it(data, file), database, "--encoding gb18030", "Nothing was imported"
        )

    def test_a_file_of_bytes_gets_no_false_hint(
        self, data: Path, database: Database, tmp_path: Path
    ) -> None:
        file = tmp_path / "letters.csv"
        file.write_bytes(b"PK\x03\x04\xff\xff\xff\x80")
        result = import_it(data, file)
        self.assert_refused(result, database, "is not UTF-8 text", "Save it as UTF-8")
        assert "gb18030" not in result.stderr

    @pytest.mark.parametrize("missing", [0, 1, 2, 3, 4])
    def test_a_missing_column_is_named_with_its_other_names(
        self, data: Path, database: Database, tmp_path: Path, missing: int
    ) -> None:
        header = ["id", "person", "subject", "sent_at", "text"]
        name = header.pop(missing)
        file = tmp_path / "letters.csv"
        file.write_text(text_of([], header), encoding="utf-8")
        self.assert_refused(import_it(data, file), database, f"has no column {name} (or ")

    def test_an_empty_file_has_no_columns(
        self, data: Path, database: Database, tmp_path: Path
    ) -> None:
        file = tmp_path / "letters.csv"
        file.touch()
        self.assert_refused(import_it(data, file), database, "has no column id")

    def test_a_quotation_mark_without_its_partner_swallows_no_rows(
        self, data: Path, database: Database, tmp_path: Path
    ) -> None:
        file = tmp_path / "letters.csv"
        text = text_of([GOOD]) + 'm10,甲某,主题,2019-03-01,"内容\n' + text_of(ROWS)
        file.write_text(text, encoding="utf-8")
        self.assert_refused(import_it(data, file), database, "from line 3 on", "quotation mark")

    def test_a_quotation_mark_without_its_partner_in_the_first_line_is_found(
        self, data: Path, database: Database, tmp_path: Path
    ) -> None:
        file = tmp_path / "letters.csv"
        file.write_text('id,"person,subject\n', encoding="utf-8")
        self.assert_refused(import_it(data, file), database, "from line 1 on")

    @pytest.mark.parametrize("spoil", [lambda b: b[:-9], lambda b: b[:30] + b"!" * 30 + b[60:]])
    def test_a_damaged_gzip_file_is_named(
        self, data: Path, database: Database, tmp_path: Path, spoil: object
    ) -> None:
        assert callable(spoil)
        file = tmp_path / "letters.csv.gz"
        file.write_bytes(spoil(gzip.compress(text_of(ROWS).encode())))
        self.assert_refused(import_it(data, file), database, "damaged or incomplete gzip file")

    def test_a_file_that_does_not_exist_is_wrong_use(
        self, data: Path, database: Database, tmp_path: Path
    ) -> None:
        result = import_it(data, tmp_path / "gone.csv")
        self.assert_refused(result, database, "there is no file")

    @pytest.mark.parametrize(
        ("options", "words"),
        [
            (["--encoding", "klingon"], "there is no encoding klingon"),
            (["--encoding", "base64"], "there is no encoding base64"),
            (["--bureau", "000000-xf"], "There is no unit 000000-xf"),
            (["--bureau", "990100-zj"], "990100-zj is no petition bureau"),
            (["--limit", "0"], "--limit"),
            (["--source", "s" * 61], "--source"),
            (["--refused", "no/such/folder/refused.csv"], "cannot be written"),
        ],
    )
    def test_a_wrong_option_imports_nothing(
        self, data: Path, database: Database, tmp_path: Path, options: list[str], words: str
    ) -> None:
        result = import_it(data, write_csv(tmp_path, ROWS), *options)
        self.assert_refused(result, database, words)

    def test_without_a_bureau_it_says_how_to_add_one(self, tmp_path: Path) -> None:
        result = import_it(tmp_path / "new", write_csv(tmp_path, ROWS))
        assert result.exit_code == 2
        assert "There are 0 bureaus" in result.stderr
        assert "unit add" in result.stderr


def test_two_thousand_rows_go_in_and_their_pace_is_printed(
    data: Path, database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = 2_000
    file = write_csv(tmp_path, generated(rows))
    began = time.monotonic()
    result = import_it(data, file)
    seconds = time.monotonic() - began
    assert (result.exit_code, count(database), count(database, OutboxCommand)) == (0, rows, rows)
    with capsys.disabled():
        sys.stdout.write(f"\nimport: {rows / seconds:.0f} rows/s ({rows} rows, {seconds:.1f} s)\n")


@pytest.mark.parametrize("environment", [{}, {"TERM": "dumb"}, {"NO_COLOR": "1"}])
def test_in_a_script_the_answer_stands_alone_on_standard_output(
    data: Path, tmp_path: Path, environment: dict[str, str]
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "commands", "import", write_csv(tmp_path, ROWS), "--data", data],
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1", **environment},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, b"filed 3, known before 0, refused 0\n")
    assert b"\x1b" not in done.stderr
    assert b"Traceback" not in done.stderr
