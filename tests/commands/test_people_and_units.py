"""`./xinfang unit` and `./xinfang user`: right use, and wrong use that adds nothing."""

from pathlib import Path

import pytest
from typer.testing import Result

from commands import unit, user
from records.database import Database
from records.models import Unit, User
from records.people import person_of, verify_password
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
        assert len(listed) == 9

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
            ({"opt_kind": "ministry"}, "one of bureau, department"),
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
            assert len(list_units(session)) == 8


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
        assert len(listed) == 24

    def test_a_short_password_is_refused(self, data: Path) -> None:
        result = add_user(data, "wu", "handler@990100-zj", password="short")
        assert (result.exit_code, "at least 10 characters" in result.stderr) == (2, True)
