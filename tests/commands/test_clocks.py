"""`./xinfang clocks`: rules, settings, preview, apply, and one petition's clocks explained."""

import json
from datetime import date
from pathlib import Path

import pytest

from commands.calendar import app as calendar
from commands.clocks import app
from engine.clock import machine_now, offset_path, write_offset
from law.clock_rules import clock_codes
from records.clocks.office_rules import load_rules
from records.database import Database
from records.ledger import open_clock
from records.models import Petition
from records.petitions import file_petition
from tests.api.office import MON_23_NOV_2026
from tests.commands.conftest import call
from tests.law.notices import NOTICE_2027
from tests.records.cases import A_PETITION

# 60 days after it is New Year's Day 2027; the made-up notice has Sunday 3 January worked.
MON_2_NOV_2026 = date(2026, 11, 2)
REASON = ("--from", "2026-01-01", "--reason", "示例")


@pytest.fixture(autouse=True)
def _on_23_november_2026(data: Path) -> None:
    write_offset(offset_path(data), MON_23_NOV_2026 - machine_now())


@pytest.fixture
def petition(database: Database) -> Petition:
    """A petition whose handling period would move with the notice for 2027."""
    with database.transaction() as session:
        petition = file_petition(session, A_PETITION, filed_by=None, now=MON_23_NOV_2026)
        open_clock(
            session,
            petition_id=petition.id,
            code="D05",
            started_on=MON_2_NOV_2026,
            actor="engine",
            now=MON_23_NOV_2026,
        )
        return petition


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    """The made-up notice for 2027, in a file."""
    file = tmp_path / "notice.txt"
    file.write_text(NOTICE_2027, encoding="utf-8")
    return file


class TestRules:
    def test_every_clock_is_listed_with_length_basis_and_mark(self, data: Path) -> None:
        rows = json.loads(call(app, "rules", "--json", "--data", data).stdout)
        assert [row["clock"] for row in rows] == list(clock_codes())
        handling = next(row for row in rows if row["clock"] == "D05")
        assert (handling["length"], handling["unit"], handling["mark"]) == (
            60,
            "calendar",
            "statute",
        )
        assert handling["citation"] == "《信访工作条例》第三十四条"
        assert all(row["setting"] is None and row["settings"] == [] for row in rows)

    def test_a_setting_shows_beside_the_rule(self, data: Path) -> None:
        told = call(app, "set", "D16", "--length", 45, *REASON, "--running", "--data", data)
        assert told.stdout == "setting 1 D16 from 2026-01-01: length 45, running clocks follow\n"
        shown = call(app, "rules", "--data", data).stdout.splitlines()
        (place,) = (number for number, line in enumerate(shown) if line.startswith("D16"))
        assert "60 calendar" in shown[place]
        assert shown[place + 1].strip() == told.stdout.strip().replace(" D16", "")
        back = call(app, "set", "D16", "--as-law", *REASON, "--data", data)
        assert back.stdout == "setting 2 D16 from 2026-01-01: as the rule says\n"

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (("D05", "--length", "45"), "fixed by statute"),
            (("D11", "--length", "45"), "letter or decision"),
            (("D12", "--unit", "calendar", "--running"), "keep their unit"),
            (("D99", "--length", "45"), "No clock has this code"),
            (("D16", "--pause", "maybe"), "maybe"),
        ],
    )
    def test_what_cannot_be_set_is_refused(
        self, data: Path, database: Database, arguments: tuple[str, ...], message: str
    ) -> None:
        result = call(app, "set", *arguments, *REASON, "--data", data)
        assert (result.exit_code, message in result.stderr) == (2, True)
        with database.reading() as session:
            assert [load_rules(session).all(code) for code in ("D05", "D11", "D12", "D16")] == [
                []
            ] * 4

    def test_roll_and_pause_of_a_statutory_clock_are_the_offices(self, data: Path) -> None:
        told = call(app, "set", "D05", "--roll", "none", "--pause", "on", *REASON, "--data", data)
        assert told.stdout.endswith("roll none, pause on\n")


class TestMoves:
    def test_a_notice_in_a_file_is_previewed_without_loading_it(
        self, data: Path, petition: Petition, notice: Path
    ) -> None:
        told = call(app, "preview", "--notice", notice, "--data", data).stdout
        line, total = told.splitlines()
        assert line.startswith(f"{petition.number}  D05   2027-01-04 -> 2027-01-03  calendar 2-")
        assert total.startswith("1 running clocks would move")
        assert call(app, "preview", "--data", data).stdout.startswith("0 running clocks")

    def test_applying_moves_once(self, data: Path, petition: Petition, notice: Path) -> None:
        told = call(calendar, "import", notice, "--data", data).stdout
        assert told.splitlines()[-1].startswith("1 running clocks would move")
        (move,) = json.loads(call(app, "preview", "--json", "--data", data).stdout)
        assert (move["petition"], move["old_due"], move["new_due"]) == (
            petition.number,
            "2027-01-04",
            "2027-01-03",
        )
        assert call(app, "apply", "--data", data).stdout == "moved 1\n"
        again = call(app, "apply", "--json", "--data", data)
        assert json.loads(again.stdout) == {"moved": 0}

    def test_a_wrong_notice_is_refused(self, data: Path, tmp_path: Path) -> None:
        (tmp_path / "wrong").write_text("放假")
        result = call(app, "preview", "--notice", tmp_path / "wrong", "--data", data)
        assert (result.exit_code, "does not say its year" in result.stderr) == (2, True)


class TestShow:
    def test_each_clock_is_explained_with_its_ledger(
        self, data: Path, petition: Petition, notice: Path
    ) -> None:
        call(calendar, "import", notice, "--data", data)
        call(app, "apply", "--data", data)
        told = call(app, "show", petition.number, "--data", data).stdout
        assert told.startswith("D05  办理：自2026年11月2日受理之日起60日")
        assert "  - 2026年11月2日：开始计算\n" in told
        assert "因放假安排调整" in told
        english = call(app, "show", petition.number, "--english", "--data", data).stdout
        assert "moved by the work calendar" in english
        (clock,) = json.loads(call(app, "show", petition.number, "--json", "--data", data).stdout)
        assert (clock["clock"], clock["due_on"], len(clock["ledger"])) == ("D05", "2027-01-03", 2)

    def test_an_unknown_number_is_named(self, data: Path) -> None:
        result = call(app, "show", "nothing", "--data", data)
        assert (result.exit_code, "no petition nothing" in result.stderr) == (2, True)
