"""`xinfang due` - the date first, then what may change it and why it is that day."""

import json

import pytest
from typer.testing import CliRunner, Result

from commands.due import app


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


@pytest.mark.parametrize(
    ("arguments", "due_day"),
    [
        (("2025-09-23", "15", "calendar"), "2025-10-09"),
        (("2025-09-26", "15", "calendar"), "2025-10-11"),
        (("2025-12-18", "60", "calendar"), "2026-02-24"),
        (("2025-12-18", "90", "calendar"), "2026-03-18"),
        (("2025-12-18", "60", "calendar", "--no-roll"), "2026-02-16"),
        (("2025-09-26", "5", "workdays"), "2025-10-10"),
        (("2026-01-31", "1", "months"), "2026-02-28"),
    ],
)
def test_it_prints_the_date(arguments: tuple[str, ...], due_day: str) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (0, f"{due_day}\n")


def test_a_provisional_date_says_so_on_the_next_line() -> None:
    date_line, note = run("2026-12-18", "60", "calendar").stdout.splitlines()
    assert date_line == "2027-02-16"
    assert "待校准" in note
    assert "provisional" in run("2026-12-18", "60", "calendar", "--english").stdout


def test_explain_prints_every_step_with_its_basis() -> None:
    lines = run("2025-12-18", "60", "calendar", "--explain").stdout.splitlines()
    assert lines[0] == "2026-02-24"
    assert len(lines) == 4
    assert all("《民法典》第二百零" in line for line in lines[1:])


def test_json_is_one_object() -> None:
    told = json.loads(run("2025-12-18", "60", "calendar", "--json").stdout)
    assert (told["due"], told["unrolled"], told["provisional"]) == (
        "2026-02-24",
        "2026-02-16",
        False,
    )
    assert told["steps"][-1] == {
        "step": "rolled",
        "date": "2026-02-24",
        "amount": 8,
        "holiday": "春节",
        "basis": "civil_code:203",
        "citation": "《民法典》第二百零三条",
    }


@pytest.mark.parametrize(
    "arguments",
    [
        ("2025-02-30", "15", "calendar"),
        ("20250923", "15", "calendar"),
        ("yesterday", "15", "calendar"),
        ("2025-09-23", "0", "calendar"),
        ("2025-09-23", "fifteen", "calendar"),
        ("2025-09-23", "15", "weeks"),
        ("2025-09-23", "99999999999", "calendar"),
        ("2025-09-23",),
    ],
)
def test_wrong_use_is_exit_code_2_with_a_message(arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Usage:" in result.stderr
