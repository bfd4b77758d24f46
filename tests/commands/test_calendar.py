"""`./xinfang calendar`: show, status with its warning, import, set."""

import json
from pathlib import Path

import pytest

from commands.calendar import app
from engine.clock import machine_now, offset_path, write_offset
from records.calendar import list_editions
from records.database import Database
from records.models import CalendarEdition
from tests.api.office import MON_23_NOV_2026
from tests.commands.conftest import call
from tests.law.notices import CSV_2027, NOTICE_2027
from tests.records.cases import count

EDIT = ("--name", "示例", "--reason", "示例")


@pytest.fixture(autouse=True)
def _on_23_november_2026(data: Path) -> None:
    write_offset(offset_path(data), MON_23_NOV_2026 - machine_now())


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    """The made-up notice for 2027, in a file."""
    file = tmp_path / "notice.txt"
    file.write_text(NOTICE_2027, encoding="utf-8")
    return file


def test_a_year_is_shown_with_what_each_day_is(data: Path) -> None:
    shown = call(app, "show", "--year", 2026, "--data", data).stdout
    assert "2026-10-10 Sat  makeup_workday     国庆节\n" in shown
    to_come = call(app, "show", "--year", 2027, "--data", data).stdout
    assert to_come.startswith("2027 (provisional: its notice is not known)")
    as_json = json.loads(call(app, "show", "--year", 2027, "--json", "--data", data).stdout)
    assert (as_json["year"], as_json["announced"]) == (2027, False)
    assert all(day["provisional"] for day in as_json["days"])


def test_status_warns_while_the_horizon_is_near(data: Path, notice: Path) -> None:
    near = call(app, "status", "--data", data)
    assert near.exit_code == 1
    assert near.stdout.startswith("announced: 2004-2026; horizon 2026-12-31")
    assert "load the next notice" in near.stderr
    call(app, "import", notice, "--data", data)
    far = call(app, "status", "--json", "--data", data)
    assert far.exit_code == 0
    status = json.loads(far.stdout)
    assert (status["horizon"], status["is_near"]) == ("2027-12-31", False)
    newest, first = status["editions"]
    assert (newest["kind"], newest["source"]) == ("notice", "国办发明电〔2026〕99号")
    assert (newest["actor"], first["kind"], first["actor"]) == ("command", "seed", "setup")


def test_a_dry_run_shows_the_changes_and_writes_nothing(
    data: Path, database: Database, notice: Path
) -> None:
    result = call(app, "import", notice, "--dry-run", "--data", data)
    assert "2026-12-31 Thu  workday -> shifted_rest 元旦\n" in result.stdout
    assert "31 days would change; nothing was written\n" in result.stdout
    assert "0 running clocks would move" in result.stdout
    assert count(database, CalendarEdition) == 1


def test_an_import_is_one_edition_however_often(
    data: Path, database: Database, notice: Path
) -> None:
    first = json.loads(call(app, "import", notice, "--json", "--data", data).stdout)
    assert first["edition"].startswith("2-notice-2027-")
    assert len(first["changes"]) == 31
    again = call(app, "import", notice, "--data", data)
    assert again.stdout.startswith("nothing changes; no edition was made\n")
    assert count(database, CalendarEdition) == 2


def test_an_earlier_edition_can_be_shown(data: Path, database: Database, notice: Path) -> None:
    call(app, "import", notice, "--data", data)
    with database.reading() as session:
        first = list_editions(session)[-1].version
    shown = call(app, "show", "--year", 2027, "--edition", first, "--data", data)
    assert "provisional" in shown.stdout
    unknown = call(app, "show", "--edition", "none", "--data", data)
    assert (unknown.exit_code, "no such edition" in unknown.stderr) == (2, True)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (NOTICE_2027.replace("（周五）", "（周四）").encode(), "weekday"),
        (CSV_2027.replace("10-01", "10-03").encode(), "1 October"),
        (NOTICE_2027.encode("gb18030"), "UTF-8"),
    ],
)
def test_a_wrong_notice_is_refused_whole(
    data: Path, database: Database, tmp_path: Path, content: bytes, message: str
) -> None:
    file = tmp_path / "wrong"
    file.write_bytes(content)
    result = call(app, "import", file, "--data", data)
    assert (result.exit_code, message in result.stderr) == (2, True)
    assert count(database, CalendarEdition) == 1


def test_a_missing_file_is_named(data: Path) -> None:
    result = call(app, "import", "/nowhere/notice.txt", "--data", data)
    assert (result.exit_code, "No such file" in result.stderr) == (2, True)


def test_a_day_is_set_with_its_reason(data: Path, database: Database) -> None:
    result = call(app, "set", "2027-10-08", "shifted_rest", *EDIT, "--data", data)
    assert result.stdout.startswith("2027-10-08 Fri  workday (provisional) -> shifted_rest 示例\n")
    with database.reading() as session:
        newest = list_editions(session)[0]
    assert (newest.kind, newest.source, newest.reason) == ("edit", "2027-10-08", "示例")


@pytest.mark.parametrize(
    "arguments",
    [
        ("2027-10-08", "makeup_workday", *EDIT),
        ("2027-10-08", "shifted_rest", *EDIT, "--source", "somebody"),
        ("2027-02-30", "shifted_rest", *EDIT),
        ("2027-10-08", "party", *EDIT),
    ],
)
def test_a_day_that_cannot_be_is_refused(
    data: Path, database: Database, arguments: tuple[str, ...]
) -> None:
    assert call(app, "set", *arguments, "--data", data).exit_code == 2
    assert count(database, CalendarEdition) == 1
