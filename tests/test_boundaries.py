"""Who may import whom, how long a module may be, and who may look at the clock."""

import ast
import statistics
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
EVERYTHING = {"api", "engine", "journal", "law", "modeling", "records", "simulation", "stack"}
EVERYTHING |= {"printing", "proposals", "settings", "workers"}

# What a package may import of ours, besides itself. A dotted name allows that module only.
ALLOWED: dict[str, set[str]] = {
    "settings": set(),
    "law": set(),
    "engine": {"settings"},
    "modeling": {"law.citations", "law.sources", "settings"},
    "printing": set(),
    "simulation": {"settings"},
    "proposals": {"settings"},
    "records": {"law", "proposals.likeness", "proposals.plain", "settings"},
    "journal": {"records.database", "settings"},
    "workers": {"engine", "law", "printing", "records", "settings"},
    "api": {"engine", "journal", "law", "modeling", "printing", "proposals", "records", "settings"},
    "stack": {"engine", "modeling", "records", "settings"},
    "benchmarks": EVERYTHING,
    "commands": {*EVERYTHING, "benchmarks"},
}
OURS = {*ALLOWED, "tests"}

LONGEST, MEDIAN = 500, 80
GENERATED = ("records/migrations/versions/",)
# engine.clock is the clock; the receiver notes when a batch came in, by the machine's time.
CLOCK_READERS = ("engine/clock.py", "journal/__main__.py")
CLOCK = {"datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time"}
CLOCK |= {"time.time_ns", "time.localtime", "time.gmtime"}


def modules() -> list[Path]:
    """Every module of the product, relative to its root."""
    files = [ROOT / f"{name}.py" for name in ALLOWED if (ROOT / f"{name}.py").is_file()]
    for name in ALLOWED:
        files += (ROOT / name).rglob("*.py")
    return sorted(file.relative_to(ROOT) for file in files)


def imported(tree: ast.AST) -> Iterator[str]:
    """Dotted names of all imports, wherever they stand."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            yield from (f"{module}.{alias.name}" for alias in node.names)


def allows(owner: str, name: str) -> bool:
    """Whether a module of this package may import this dotted name."""
    package = name.partition(".")[0]
    if not package:
        return False  # a relative import: the rules could not be read off it
    if package not in OURS or package == owner:
        return True
    return any(name == one or name.startswith(f"{one}.") for one in ALLOWED[owner])


def dotted(node: ast.expr) -> str:
    """`a.b.c` as text; the last two names tell what is called."""
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}".strip(".")
    return node.id if isinstance(node, ast.Name) else ""


def findings(path: Path, source: str) -> list[str]:
    """What in a module breaks a rule."""
    tree = ast.parse(source)
    where = path.as_posix()
    owner = path.parts[0].removesuffix(".py")
    found = [f"imports {name}" for name in imported(tree) if not allows(owner, name)]
    found += [f"imports {name}" for name in imported(tree) if name == "__future__.annotations"]
    if not where.startswith(CLOCK_READERS):
        names = (dotted(node) for node in ast.walk(tree) if isinstance(node, ast.Attribute))
        found += [
            f"reads the clock with {name}"
            for name in names
            if ".".join(name.split(".")[-2:]) in CLOCK
        ]
    if len(source.splitlines()) > LONGEST and not where.startswith(GENERATED):
        found.append(f"longer than {LONGEST} lines")
    return found


@pytest.mark.parametrize("path", modules(), ids=Path.as_posix)
def test_a_module_keeps_the_rules(path: Path) -> None:
    assert findings(path, (ROOT / path).read_text(encoding="utf-8")) == []


def test_every_package_has_its_rule() -> None:
    packages = {
        file.parent.name for file in ROOT.glob("*/__init__.py") if file.parent.name != "tests"
    }
    assert packages | {"settings"} == set(ALLOWED)


def test_the_rules_have_no_circle() -> None:
    def reach(package: str, seen: tuple[str, ...]) -> None:
        assert package not in seen, seen
        for one in ALLOWED[package]:
            reach(one.partition(".")[0], (*seen, package))

    for package in ALLOWED:
        reach(package, ())


def test_modules_are_small(capsys: pytest.CaptureFixture[str]) -> None:
    lengths = [
        length
        for path in modules()
        if path.name != "__init__.py" and not path.as_posix().startswith(GENERATED)
        if (length := len((ROOT / path).read_text(encoding="utf-8").splitlines()))
    ]
    median = statistics.median(lengths)
    with capsys.disabled():
        sys.stdout.write(
            f"\nmodules: {len(lengths)}, median {median:.0f} lines, longest {max(lengths)}\n"
        )
    assert median < MEDIAN


@pytest.mark.parametrize(
    ("path", "source", "finding"),
    [
        ("law/x.py", "import records", "imports records"),
        ("law/x.py", "from settings import Settings", "imports settings.Settings"),
        ("law/x.py", "from . import calendar", "imports ..calendar"),
        ("records/x.py", "from engine.clock import Clock", "imports engine.clock.Clock"),
        ("records/x.py", "def f():\n    import journal", "imports journal"),
        ("engine/x.py", "from records import outbox", "imports records.outbox"),
        ("modeling/x.py", "from engine.rest import post", "imports engine.rest.post"),
        ("printing/x.py", "from records.documents import x", "imports records.documents.x"),
        ("modeling/x.py", "from law.periods import due_date", "imports law.periods.due_date"),
        ("proposals/x.py", "from records.models import x", "imports records.models.x"),
        ("records/x.py", "import proposals.classes.training", "imports proposals.classes.training"),
        ("simulation/x.py", "import api.app", "imports api.app"),
        ("journal/x.py", "from records.petitions import carry", "imports records.petitions.carry"),
        ("journal/x.py", "from records import database_x", "imports records.database_x"),
        ("workers/x.py", "from api import app", "imports api.app"),
        ("api/x.py", "from workers.registry import routers", "imports workers.registry.routers"),
        ("stack/x.py", "from workers import runtime", "imports workers.runtime"),
        ("commands/x.py", "from tests.postgres import x", "imports tests.postgres.x"),
        ("settings.py", "from law.articles import x", "imports law.articles.x"),
        (
            "law/x.py",
            "from __future__ import annotations",
            "imports __future__.annotations",
        ),
        ("api/x.py", "datetime.now(tz)", "reads the clock with datetime.now"),
        ("api/x.py", "clock = datetime.datetime.now", "reads the clock with datetime.datetime.now"),
        ("stack/x.py", "date.today()", "reads the clock with date.today"),
        ("journal/x.py", "time.time_ns()", "reads the clock with time.time_ns"),
        ("engine/x.py", "import time\ntime.time()", "reads the clock with time.time"),
        ("api/x.py", "\n" * (LONGEST + 1), "longer than 500 lines"),
    ],
)
def test_a_planted_violation_is_found(path: str, source: str, finding: str) -> None:
    assert findings(Path(path), source) == [finding]


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("journal/x.py", "from records.database import Database"),
        ("journal/x.py", "from records import database"),
        ("journal/__main__.py", "time.time_ns()"),
        ("engine/clock.py", "datetime.now(ZONE)"),
        ("api/x.py", "self.clock.now()"),
        ("law/x.py", "from law.calendar import WorkCalendar\nimport datetime"),
        ("commands/x.py", "import workers, api, stack"),
        ("api/x.py", "\n" * LONGEST),
        ("records/migrations/versions/x.py", "\n" * 1000),
    ],
)
def test_what_is_allowed_is_not_found(path: str, source: str) -> None:
    assert findings(Path(path), source) == []
