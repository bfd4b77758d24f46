"""law/ is pure - no clock, no session, no network, and nothing of our other packages."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

LAW = Path(__file__).parents[2] / "law"
ALLOWED = {"law", "chinese_calendar", "holidays"}
IMPURE_MODULES = {"os", "socket", "subprocess", "time", "random", "sqlite3", "urllib", "http"}
CLOCK_READERS = {"today", "now", "utcnow", "localtime"}
MODULES = sorted(LAW.glob("*.py"))


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").partition(".")[0]


def findings(source: str) -> list[str]:
    tree = ast.parse(source)
    found = [
        f"imports {name}"
        for name in imported(tree)
        if name in IMPURE_MODULES or name not in ALLOWED | sys.stdlib_module_names
    ]
    return found + [
        f"reads the clock with {node.attr}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in CLOCK_READERS
    ]


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.name)
def test_a_module_of_law_is_pure(module: Path) -> None:
    assert findings(module.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        "from records.database import Database",
        "import sqlalchemy",
        "import time",
        "from . import calendar",
        "from datetime import date\nday = date.today()",
    ],
)
def test_the_check_finds_what_it_looks_for(source: str) -> None:
    assert findings(source)
