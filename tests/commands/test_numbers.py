"""`./xinfang numbers`: the schemes there are, and a new one from a day on."""

import json
from pathlib import Path

from commands import numbers
from tests.commands.conftest import call

PATTERN = "{division}-{unit}-{year}{form}{serial:7}"
FROM = ("--from", "2099-01-01", "--reason", "新办法")


def test_a_scheme_is_added_and_ends_the_one_before(data: Path) -> None:
    assert call(numbers.app, "add", "petition", PATTERN, *FROM, "--data", data).exit_code == 0
    lines = call(numbers.app, "list", "--data", data).stdout.splitlines()
    assert lines == [
        "document  2000-01-01..  {designation}{kind}〔{year}〕{serial}号",
        "petition  2000-01-01..2098-12-31  {division}{unit}{year}{form}{serial:6}",
        f"petition  2099-01-01..  {PATTERN}",
    ]
    rows = json.loads(call(numbers.app, "list", "--json", "--data", data).stdout)
    assert (rows[2]["reason"], rows[2]["actor"]) == ("新办法", "command")


def test_what_cannot_be_adds_nothing(data: Path) -> None:
    for what, pattern, day in (
        ("petition", "{division}{serial}", "2099-01-01"),
        ("petition", PATTERN, "2020-01-01"),
        ("letter", PATTERN, "2099-01-01"),
    ):
        add = ("add", what, pattern, "--from", day, "--reason", "x")
        assert call(numbers.app, *add, "--data", data).exit_code == 2
    assert len(call(numbers.app, "list", "--data", data).stdout.splitlines()) == 2
