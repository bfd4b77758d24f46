"""`./xinfang unit` and `./xinfang user`: right use, and wrong use that adds nothing."""

import json
from pathlib import Path

import pytest
from typer.testing import Result

from commands import unit, user
from records.database import Database
from records.models import Unit, User
from records.people import person_of
from records.sign_ins import verify_password
from records.units import list_units
from tests.commands.conftest import call

PASSWORD = "ten letters"
UNIT = {
    "id": "990200-xf",
    "name": "样板市信访局",
    "--designation": "样信",
    "--division": "990200",
    "--serial": "01",
    "--kind": "bureau",
}


def add_unit(data: Path, **changes: str) -> Result:
    wanted = UNIT | {key.replace("opt_", "--"): value for key, value in changes.items()}
    options = [part for key, value in wanted.items() if key[0] == "-" for part in (key, value)]
    return call(unit.app, "add", wanted["id"], wanted["name"], *options, "--data", data)


def add_user(data: Path, user_id: str, *groups: str, password: str = PASSWORD) -> Result:
    options = [part for group in groups for part in ("--group", group)]
    answers = f"{password}\n{password}\n"
    return call(user.app, "add", user_id, "戊某", *options, "--data", data, answers=answers)


class TestUnits:
    def test_an_added_unit_is_listed(self, data: Path) -> None:
        result = add_unit(data)
        assert (result.exit_code, result.stdout) == (0, "added 990200-xf\n")
        listed = call(unit.app, "list", "--data", data).stdout.splitlines()
        assert listed[-1] == "990200-xf  bureau  样信  样板市信访局"
        assert len(listed) == 13

    def test_the_first_unit_makes_the_data_directory(self, tmp_path: Path) -> None:
        assert add_unit(tmp_path / "new").exit_code == 0
        assert "990200-xf" in call(unit.app, "list", "--data", tmp_path / "new").stdout

    def test_a_unit_may_stand_below_another(self, data: Path, database: Database) -> None:
        assert add_unit(data, opt_parent="990100-xf").exit_code == 0
        with database.reading() as session:
            assert session.get_one(Unit, "990200-xf").parent_id == "990100-xf"

    @pytest.mark.parametrize(
        ("changes", "words"),
        [
            ({"id": "990100-xf"}, "a unit 990100-xf already"),
            ({"id": "a@b"}, "small letters"),
            ({"id": "x" * 61}, "at most 60"),
            ({"name": " "}, "the name has"),
            ({"name": "局" * 201}, "the name has"),
            ({"opt_designation": ""}, "the designation has"),
            ({"opt_designation": "信" * 21}, "the designation has"),
            ({"opt_division": "99020"}, "six digits"),
            ({"opt_division": "９９０２００"}, "six digits"),
            ({"opt_serial": "1"}, "serial two"),
            ({"opt_kind": "ministry"}, "a unit is one of party_organ"),
            ({"opt_level": "village"}, "a level is one of national, province"),
            ({"opt_parent": "000000-xf"}, "there is no unit 000000-xf"),
            ({"opt_division": "990100"}, "990100-xf has the serial 01 in 990100"),
        ],
    )
    def test_wrong_use_adds_nothing(
        self, data: Path, database: Database, changes: dict[str, str], words: str
    ) -> None:
        result = add_unit(data, **changes)
        assert result.exit_code == 2
        assert words in " ".join(result.stderr.replace("│", " ").split())
        with database.reading() as session:
            assert len(list_units(session)) == 12


class TestSuccession:
    """What becomes of a unit (article 24(2))."""

    MERGE = ("succeed", "990100-zj", "990100-jt", "--kind", "merge", "--on", "2026-03-02")
    BASIS = ("--basis", "示范市机构改革方案")

    def test_a_merged_unit_is_shown_with_its_successor(self, data: Path) -> None:
        result = call(unit.app, *self.MERGE, *self.BASIS, "--data", data)
        assert result.stdout.splitlines() == [
            "merge 990100-zj on 2026-03-02",
            "carried on by 990100-jt",
        ]
        shown = call(unit.app, "show", "990100-zj", "--data", data).stdout.splitlines()
        assert shown[1:] == [
            "2026-03-02  merge  990100-zj -> 990100-jt  示范市机构改革方案",
            "carried on by 990100-jt",
        ]
        listed = call(unit.app, "list", "--data", data).stdout.splitlines()
        gone = [line.split()[0] for line in listed if "dissolved 2026-03-02" in line]
        assert gone == ["990100-zj"]
        seen = json.loads(call(unit.app, "show", "990100-zj", "--json", "--data", data).stdout)
        assert (seen["exists"], seen["is_clear"]) == (False, True)
        assert seen["successors"] == [{"unit": "990100-jt", "shares": []}]

    def test_a_split_names_shares_or_is_for_the_level_to_decide(self, data: Path) -> None:
        split = ("succeed", "990100-zj", "--kind", "split", "--on", "2026-03-02", *self.BASIS)
        both = call(unit.app, *split, "990100-jt=道路", "990100-hb", "--data", data)
        assert both.stdout.splitlines()[1] == (
            "not clear who carries on (990100-jt (道路), 990100-hb): "
            "the Party committee and government of the level decide (article 24(2))"
        )

    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            ((*MERGE, "--basis", " "), "the basis has"),
            ((*MERGE, "990100-jt", *BASIS), "named twice"),
            ((*MERGE, "990100-hb", *BASIS), "successors 2, wanted 1"),
            ((*MERGE[:2], "nowhere", *MERGE[3:], *BASIS), "no such unit"),
            ((*MERGE[:2], "990100-zj", *MERGE[3:], *BASIS), "is the unit itself"),
            ((*MERGE[:2], "990100-jt=" + "权" * 201, *MERGE[3:], *BASIS), "at most 200"),
        ],
    )
    def test_wrong_use_records_nothing(
        self, data: Path, database: Database, arguments: tuple[str, ...], words: str
    ) -> None:
        result = call(unit.app, *arguments, "--data", data)
        assert result.exit_code == 2
        assert words in " ".join(result.stderr.replace("│", " ").split())
        with database.reading() as session:
            assert session.get_one(Unit, "990100-zj").dissolved_on is None

    def test_units_stand_below_the_unit_above_them(self, data: Path) -> None:
        lines = call(unit.app, "list", "--tree", "--data", data).stdout.splitlines()
        at_top = [line.split()[0] for line in lines if not line.startswith(" ")]
        assert at_top == ["990000-fh", "990100-jw", "990100-xf"]
        assert all(line.startswith("  990100-") for line in lines if line.startswith(" "))
        assert len(json.loads(call(unit.app, "list", "--json", "--data", data).stdout)) == 12

    def test_a_unit_of_another_kind_level_and_day(self, data: Path, database: Database) -> None:
        added = add_unit(data, opt_kind="court", opt_level="city", opt_from="2027-01-01")
        assert added.exit_code == 0
        with database.reading() as session:
            court = session.get_one(Unit, "990200-xf")
            assert (court.kind, court.level, str(court.in_force_from)) == (
                "court",
                "city",
                "2027-01-01",
            )
        shown = call(unit.app, "show", "990200-xf", "--data", data).stdout.splitlines()
        assert shown == [
            "990200-xf  court  样信  样板市信访局",
            "level city, since 2027-01-01",
        ]
        assert call(unit.app, "show", "nowhere", "--data", data).exit_code == 2


class TestUsers:
    def test_an_added_account_is_listed_and_opens_with_its_password(
        self, data: Path, database: Database
    ) -> None:
        result = add_user(data, "w.wu", "handler@990100-zj", "unit_leader@990100-zj")
        assert result.exit_code == 0
        assert result.stdout.endswith("added w.wu\n")
        assert PASSWORD not in result.stdout
        listed = call(user.app, "list", "--data", data).stdout.splitlines()
        (line,) = (line for line in listed if line.startswith("w.wu "))
        assert set(line.split()) == {
            "w.wu",
            "戊某",
            "handler@990100-zj",
            "unit_leader@990100-zj",
        }
        with database.reading() as session:
            account = session.get_one(User, "w.wu")
            assert person_of(session, account).has("handler", at="990100-zj")
            assert verify_password(account, PASSWORD)
            assert not verify_password(account, PASSWORD + "!")
            assert not account.is_demo

    def test_a_group_said_twice_is_one_membership(self, data: Path) -> None:
        assert add_user(data, "wu", "handler@990100-zj", "handler@990100-zj").exit_code == 0

    @pytest.mark.parametrize(
        ("user_id", "groups", "words"),
        [
            ("clerk", ["handler@990100-zj"], "an account clerk already"),
            ("w wu", ["handler@990100-zj"], "write letters"),
            ("w" * 61, ["handler@990100-zj"], "at most 60"),
            ("wu", ["handler@000000-zj"], "there is no unit 000000-zj"),
            ("wu", ["handler"], "there is no unit"),
            ("wu", ["king@990100-zj"], "the role one of window_clerk"),
            ("wu", ["handler@990100-zj", "king@990100-zj"], "the role one of"),
            ("wu", [], "--group"),
        ],
    )
    def test_wrong_use_adds_nothing(
        self, data: Path, database: Database, user_id: str, groups: list[str], words: str
    ) -> None:
        result = add_user(data, user_id, *groups)
        assert result.exit_code == 2
        assert words in " ".join(result.stderr.replace("│", " ").split())
        listed = call(user.app, "list", "--data", data).stdout.splitlines()
        assert len(listed) == 56

    def test_a_short_password_is_refused(self, data: Path) -> None:
        result = add_user(data, "wu", "handler@990100-zj", password="short")
        assert (result.exit_code, "at least 10 characters" in result.stderr) == (2, True)
