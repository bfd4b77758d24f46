"""The page of all decision tables, made from the .dmn files."""

from collections.abc import Iterable
from pathlib import Path

from law.sources import cite_basis
from modeling.citing import BASIS
from modeling.dmn import Decision, DecisionRule, read_decisions
from settings import ROOT

ORDER = {
    "FIRST": "The first rule that matches, from the top, answers.",
    "RULE ORDER": "Every rule that matches answers; the answers come in the order of the table.",
}
HEAD = """# Decision tables

Written by `./xinfang docs decisions`; change the tables in `bpmn/` (any DMN modeler opens them),
not this page.

The engine evaluates these tables; a person may decide otherwise and says why. Facts and answers are
codes, in `law/decision_facts.py` and `law/decision_words.py`. No table holds a number of days or an
office's own limits: those come in with the facts (`law/decision_settings.py`). A fact that is not
known never stops a case: each table ends in a rule for everything else. Every rule gives its basis;
what is local or an office's setting is marked as such and is never printed as law.
"""


def decisions_path() -> Path:
    """Where the page is kept."""
    return ROOT / "docs" / "decision-tables.md"


def decisions_page() -> str:
    """The Markdown of docs/decision-tables.md."""
    tables = [
        (path, decision)
        for path in sorted((ROOT / "bpmn").glob("*.dmn"))
        for decision in read_decisions(path)
    ]
    listed = "".join(f"- [{one.id}](#{one.id}) {one.name}\n" for _, one in tables)
    return f"{HEAD}\n{listed}" + "".join(_section(path, decision) for path, decision in tables)


def _section(path: Path, decision: Decision) -> str:
    file = path.relative_to(ROOT).as_posix()
    asked = zip(decision.input_labels, decision.inputs, strict=True)
    answered = zip(decision.output_labels, decision.outputs, strict=True)
    rules = (_rule(decision, rule) for rule in decision.rules)
    return (
        f"\n## {decision.id}\n\n"
        f"**{decision.name}** · [{file}](../{file})\n\n"
        f"{decision.documentation}\n\n"
        f"{ORDER[decision.hit_policy or 'FIRST']}\n\n"
        f"{_table(('Fact', 'FEEL'), ((label, _code(feel)) for label, feel in asked))}\n"
        f"{_table(('Answer', 'Name'), ((label, _code(name)) for label, name in answered))}\n"
        f"{_table(('Rule', 'When', 'Answer', 'Basis', 'In words'), rules)}"
    )


def _rule(decision: Decision, rule: DecisionRule) -> tuple[str, ...]:
    when = zip(decision.input_labels, rule.inputs, strict=True)
    answers = dict(zip(decision.outputs, rule.outputs, strict=True))
    basis = answers.pop(BASIS).strip('"')
    labels = dict(zip(decision.outputs, decision.output_labels, strict=True))
    return (
        _code(rule.id),
        _lines(f"{label}: {_code(entry)}" for label, entry in when if entry) or "otherwise",
        _lines(f"{labels[name]}: {_code(entry)}" for name, entry in answers.items()),
        cite_basis(basis),
        rule.note,
    )


def _table(titles: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [titles, ("---",) * len(titles), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _lines(parts: Iterable[str]) -> str:
    return "<br>".join(parts)


def _code(feel: str) -> str:
    """FEEL as code in a cell of a table."""
    return f"`{feel.replace('|', chr(92) + '|')}`"
