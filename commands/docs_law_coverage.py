"""The page of the law's coverage: each operative article, what carries it, what tests it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from commands.law_in_code import cited_in_code, filed_tests
from law.articles import ARTICLES
from law.citations import Citations, read_basis, read_citations
from law.clock_rules import RULES
from law.operative import OPERATIVE
from modeling.bpmn import read_process
from modeling.citing import Citing, citing_in_decisions, citing_in_form, citing_in_process
from modeling.dmn import read_decisions
from modeling.forms import read_form
from settings import ROOT

STEPS, RULES_OF_TABLES, CLOCKS = "Steps", "Rules", "Clocks"
CODE, TEXTS, TESTS = "Functions", "Forms and notices", "Tests"
KINDS = (STEPS, RULES_OF_TABLES, CLOCKS, CODE, TEXTS, TESTS)
# What speaks of articles as such, or is listed by itself.
NOT_CARRYING = {"articles.py", "citations.py", "clock_rules.py", "operative.py"}

HEAD = """# The law and what carries it

Written by `./xinfang docs law-coverage`; change the models, `law/` or the tests, not this page.

Every article of the 信访工作条例 (2022) that asks something of an office, with the steps, decision
rules, clocks, pure functions, forms and notices that cite it, and the tests filed for it. What an
article asks is said in our words, not in the regulation's: an office loads the text itself
(`./xinfang law import FILE`), and the pages show it beside the step. How a test is filed:
[testing](testing.md#tests-filed-by-article).
"""


@dataclass(frozen=True)
class Carrier:
    """Something that cites articles. Those of one group stand on one line of the page."""

    kind: str
    group: str
    name: str
    citations: Citations


def carriers() -> list[Carrier]:
    """Everything that cites the regulation: models, clocks, functions, texts, tests."""
    models = list(_models())
    rest = (_clocks(), _functions(), _notices(), _tests(), _tests_of_models(models))
    return [*models, *(one for some in rest for one in some)]


def carried_by(number: int, every: list[Carrier]) -> list[Carrier]:
    """What carries an article; a test alone does not."""
    return [one for one in every if number in one.citations.numbers and one.kind != TESTS]


def unknown_places(every: list[Carrier]) -> list[str]:
    """What is cited and does not exist, with where it stands."""
    return [f"{one.group}:{one.name}: {place}" for one in every for place in one.citations.unknown]


def law_coverage_page(every: list[Carrier] | None = None) -> str:
    """The Markdown of docs/law-coverage.md."""
    found = carriers() if every is None else every
    return HEAD + _overview(found) + "".join(_section(number, found) for number in OPERATIVE)


def _models() -> Iterator[Carrier]:
    for path in sorted((ROOT / "bpmn").glob("*.bpmn")):
        yield from _of(STEPS, path, citing_in_process(read_process(path)))
    for path in sorted((ROOT / "bpmn").glob("*.dmn")):
        yield from _of(RULES_OF_TABLES, path, citing_in_decisions(read_decisions(path)))
    for path in sorted((ROOT / "forms").glob("*.form")):
        yield from _of(TEXTS, path, citing_in_form(read_form(path)))


def _of(kind: str, path: Path, parts: Iterator[Citing]) -> Iterator[Carrier]:
    file = path.relative_to(ROOT).as_posix()
    for part in parts:
        # What a whole process or table cites is said again by its steps and rules.
        if part.id != part.model or part.citations.unknown:
            label = "" if kind == RULES_OF_TABLES else part.label
            name = f"`{part.id}` {label}".rstrip()
            yield Carrier(kind, file, name, part.citations)


def _clocks() -> Iterator[Carrier]:
    for rule in RULES:
        yield Carrier(CLOCKS, "", f"{rule.code} {rule.name_zh}", read_basis(rule.basis))
        if rule.extension:
            name = f"{rule.code} {rule.name_zh}"
            yield Carrier(CLOCKS, "", name, read_basis(rule.extension.basis))


def _functions() -> Iterator[Carrier]:
    for path in sorted((ROOT / "law").glob("*.py")):
        if path.name not in NOT_CARRYING:
            citations = cited_in_code(path.read_text(encoding="utf-8"))
            yield Carrier(CODE, "", f"`law/{path.name}`", citations)


def _notices() -> Iterator[Carrier]:
    for path in sorted((ROOT / "templates" / "notices").glob("*.html")):
        citations = read_citations(path.read_text(encoding="utf-8"))
        yield Carrier(TEXTS, "", f"`{path.relative_to(ROOT)}`", citations)


def _tests() -> Iterator[Carrier]:
    for name, citations in filed_tests(ROOT):
        module, _, function = name.partition("::")
        yield Carrier(TESTS, module, f"`{function}`" if function else "", citations)


def _tests_of_models(models: list[Carrier]) -> Iterator[Carrier]:
    """A test module named after a step or a table is filed for what that cites."""
    for model in models:
        step = model.name.split("`")[1]
        word = Path(model.group).stem if model.kind == RULES_OF_TABLES else step
        folder = "decisions" if model.kind == RULES_OF_TABLES else "workers"
        test = ROOT / "tests" / folder / f"test_{word}.py"
        if model.kind in (STEPS, RULES_OF_TABLES) and test.is_file():
            yield Carrier(TESTS, test.relative_to(ROOT).as_posix(), "", model.citations)


def _overview(every: list[Carrier]) -> str:
    lines = [
        f"\n| Article | Asks | {' | '.join(KINDS)} |\n",
        f"|---|---|{'---:|' * len(KINDS)}\n",
    ]
    for number, operative in OPERATIVE.items():
        of_article = [one for one in every if number in one.citations.numbers]
        counts = [str(len(_names(of_article, kind)) or "") for kind in KINDS]
        link = f"[{number}](#article-{number})"
        reason = f"<br>*Carried by nothing here: {operative.outside_en}*"
        asks = operative.asks_en + (reason if operative.outside_en else "")
        lines.append(f"| {link} | {asks} | {' | '.join(counts)} |\n")
    return "".join(lines)


def _section(number: int, every: list[Carrier]) -> str:
    operative = OPERATIVE[number]
    found = [one for one in every if number in one.citations.numbers]
    article = ARTICLES[number]
    reason = f"- Carried by nothing here: {operative.outside_en}\n" if operative.outside_en else ""
    return (
        f"\n## Article {number}\n\n"
        f"**{article.title_zh}** · {article.title_en}\n\n"
        f"{operative.asks_zh}。{operative.asks_en}\n\n"
        f"{reason}{''.join(line for kind in KINDS for line in _lines(found, kind))}"
    )


def _lines(found: list[Carrier], kind: str) -> Iterator[str]:
    """One line per group: a diagram, a table, a form, a test module."""
    groups: dict[str, dict[str, None]] = {}
    for one in found:
        if one.kind == kind:
            groups.setdefault(one.group, {})[one.name] = None
    for group, names in groups.items():
        listed = ", ".join(filter(None, names))
        place = f" `{group}`" if group else ""
        yield f"- {kind}{place}: {listed}\n" if listed else f"- {kind}:{place}\n"


def _names(found: list[Carrier], kind: str) -> set[tuple[str, str]]:
    return {(one.group, one.name) for one in found if one.kind == kind}


def law_coverage_faults(every: list[Carrier]) -> list[str]:
    """Operative articles with neither carrier nor reason, or with both; places that are not."""
    faults = unknown_places(every)
    for number, operative in OPERATIVE.items():
        is_carried, has_reason = bool(carried_by(number, every)), bool(operative.outside_zh)
        if not is_carried and not has_reason:
            faults.append(
                f"article {number}: nothing carries it, and law/operative.py says not why"
            )
        if is_carried and has_reason:
            faults.append(
                f"article {number}: it is carried; take its reason out of law/operative.py"
            )
    return faults


def coverage_path() -> Path:
    """Where the page is kept."""
    return ROOT / "docs" / "law-coverage.md"
