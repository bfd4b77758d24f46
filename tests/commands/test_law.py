"""`./xinfang law`: a whole text of a law is loaded, or nothing of it."""

from pathlib import Path

import pytest
from typer.testing import Result

from commands.law import app
from records.database import Database
from records.models import LawText
from tests.commands.conftest import call
from tests.law.texts import SOME_CODE, invented_regulation
from tests.records.cases import all_rows, count


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The office's text of the regulation."""
    path = tmp_path / "text.md"
    path.write_text(invented_regulation(), encoding="utf-8")
    return path


def load(data: Path, file: Path, *more: str) -> Result:
    return call(app, "import", file, "--data", data, *more)


def test_the_regulation_is_loaded_once(data: Path, database: Database, file: Path) -> None:
    first, second = load(data, file), load(data, file)
    assert first.stdout == "regulation_2022 of 2022-05-01: 50 articles, added\n"
    assert second.stdout == "regulation_2022 of 2022-05-01: 50 articles, known\n"
    assert {row.loaded_by for row in all_rows(database, LawText)} == {"import"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_both_encodings_are_read(data: Path, file: Path, encoding: str) -> None:
    file.write_text(invented_regulation(), encoding=encoding)
    assert load(data, file).exit_code == 0
    assert "34之1所写。" in call(app, "show", "34", "--data", data).stdout


def test_a_text_with_an_article_missing_is_refused_whole(
    data: Path, database: Database, file: Path
) -> None:
    file.write_text(invented_regulation().replace("第三十四条 ", "第三十三条 "), encoding="utf-8")
    refused = load(data, file)
    assert refused.exit_code == 1
    assert "article 34: is missing" in refused.stderr
    assert "article 33: stands there 2 times" in refused.stderr
    assert count(database, LawText) == 0


def test_what_was_loaded_before_stays_when_a_file_is_refused(
    data: Path, database: Database, file: Path
) -> None:
    load(data, file)
    rows = all_rows(database, LawText)
    file.write_text("没有条文", encoding="utf-8")
    assert load(data, file).exit_code == 1
    assert all_rows(database, LawText) == rows


def test_editions_and_laws_are_listed(data: Path, tmp_path: Path, file: Path) -> None:
    load(data, file)
    load(data, file, "--edition", "2030-01-01")
    code = tmp_path / "code.txt"
    code.write_text(SOME_CODE, encoding="gb18030")
    load(data, code, "--source", "civil_code", "--edition", "2021-01-01")
    lines = call(app, "list", "--data", data).stdout.splitlines()
    assert [line.partition("  loaded")[0] for line in lines] == [
        "civil_code  2021-01-01  2 articles",
        "regulation_2022  2030-01-01  50 articles",
        "regulation_2022  2022-05-01  50 articles",
    ]


def test_an_article_is_shown_with_its_items(data: Path, file: Path) -> None:
    load(data, file)
    shown = call(app, "show", "22", "--data", data).stdout.splitlines()
    assert shown == [
        "《信访工作条例》第二十二条",
        "信访部门登记与分送",
        "22之1所写：",
        *(f"（{item}）22之1列{number}；" for number, item in enumerate("一二三", start=1)),
        "22之2所写。",
    ]


@pytest.mark.parametrize(
    ("place", "text"), [("22(2)", ["22之2所写。"]), ("31(六)", ["（六）31之1列6；"])]
)
def test_a_part_of_an_article_is_shown_alone(
    data: Path, file: Path, place: str, text: list[str]
) -> None:
    load(data, file)
    assert call(app, "show", place, "--data", data).stdout.splitlines()[2:] == text


def test_the_edition_of_a_day_is_shown(data: Path, file: Path) -> None:
    load(data, file)
    file.write_text(invented_regulation().replace("34之1所写", "另一种写法"), encoding="utf-8")
    load(data, file, "--edition", "2030-01-01")
    for day, words in (("2029-12-31", "34之1所写。"), ("2030-01-01", "另一种写法。")):
        assert words in call(app, "show", "34", "--on", day, "--data", data).stdout


def test_an_article_of_another_law_is_shown(data: Path, tmp_path: Path) -> None:
    code = tmp_path / "code.txt"
    code.write_text(SOME_CODE, encoding="utf-8")
    load(data, code, "--source", "civil_code", "--edition", "2021-01-01")
    shown = call(app, "show", "203", "--source", "civil_code", "--data", data)
    assert shown.stdout.startswith("《民法典》第二百零三条\n最后一日是某日的，顺延。\n")
    missing = call(app, "show", "202", "--source", "civil_code", "--data", data)
    assert missing.exit_code == 1


def test_without_a_text_the_command_says_how_to_load_it(data: Path) -> None:
    shown = call(app, "show", "34", "--data", data)
    assert shown.exit_code == 1
    assert shown.stdout.splitlines() == ["《信访工作条例》第三十四条", "办理期限与延期"]
    assert "./xinfang law import FILE" in shown.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "51"),
        ("show", "x", "--source", "civil_code"),
        ("show", "34", "--on", "tomorrow"),
        ("import", "missing.md"),
        ("import", "TEXT", "--source", "nowhere"),
        ("import", "TEXT", "--source", "civil_code"),
        ("import", "TEXT", "--edition", "2022"),
        ("import", "BYTES"),
    ],
)
def test_wrong_use_is_refused(data: Path, file: Path, arguments: tuple[str, ...]) -> None:
    unreadable = file.with_name("bytes")
    unreadable.write_bytes(b"\xff\xff\xff")
    places = {"TEXT": file, "BYTES": unreadable}
    given = [places.get(one, one) for one in arguments]
    assert call(app, *given, "--data", data).exit_code == 2
