"""Decision tables as the journal keeps them, each version: what they ask, answer and rest on."""

import json
import re
from dataclasses import dataclass, field
from xml.etree import ElementTree

from sqlalchemy import select
from sqlmodel import Session

from journal.tables import decision, requirements

BASIS = "basis"
"""The output column that holds the basis of a rule: an id of law.sources, or several."""


@dataclass(frozen=True)
class Rule:
    """A row of a table: its number, what it says, and on what basis (ids of law.sources)."""

    number: int
    description: str
    basis: tuple[str, ...]


@dataclass(frozen=True)
class DecisionTable:
    """One version of a decision: labels of inputs by id, of outputs by name; rules by id.

    Inputs and rules of the decisions in the same file are among them: it may require those.
    """

    name: str = ""
    inputs: dict[str, str] = field(default_factory=dict)
    outputs: dict[str, str] = field(default_factory=dict)
    rules: dict[str, Rule] = field(default_factory=dict)


UNKNOWN = DecisionTable()
# A decision never changes once deployed: its key names one text for good.
_tables: dict[int, DecisionTable] = {}


def decision_table(session: Session, decision_key: int) -> DecisionTable:
    """The table of this decision; UNKNOWN when the journal has not seen its deployment."""
    if decision_key not in _tables:
        row = session.execute(
            select(decision.c.decision_id, requirements.c.xml)
            .join(requirements, requirements.c.requirements_key == decision.c.requirements_key)
            .where(decision.c.decision_key == decision_key)
        ).first()
        if row is None:
            return UNKNOWN
        _tables[decision_key] = read_table(row.xml, row.decision_id)
    return _tables[decision_key]


def read_table(xml: str, decision_id: str) -> DecisionTable:
    """The decision of this id in a DMN file that the engine took."""
    # The engine took this file, and expat stops entity bombs: nothing foreign is parsed here.
    root = ElementTree.fromstring(xml)  # noqa: S314
    own = next((d for d in root.iterfind("{*}decision") if d.get("id") == decision_id), None)
    if own is None:
        return UNKNOWN
    return DecisionTable(
        name=own.get("name", decision_id),
        inputs={_id(column): _label(column) for column in root.iter(*_tags(root, "input"))},
        outputs={
            column.get("name", ""): _label(column) for column in own.iter(*_tags(root, "output"))
        },
        rules={
            rule.get("id", ""): _rule(table, rule, number)
            for table in root.iter(*_tags(root, "decisionTable"))
            for number, rule in enumerate(table.iterfind("{*}rule"), start=1)
        },
    )


def _tags(root: ElementTree.Element, name: str) -> list[str]:
    return [f"{root.tag.partition('}')[0]}}}{name}"]


def _id(column: ElementTree.Element) -> str:
    return column.get("id") or column.get("label") or ""


def _label(column: ElementTree.Element) -> str:
    return column.get("label") or column.get("name") or column.get("id") or ""


def _rule(table: ElementTree.Element, rule: ElementTree.Element, number: int) -> Rule:
    names = [column.get("name") for column in table.iterfind("{*}output")]
    entries = [entry.findtext("{*}text") or "" for entry in rule.iterfind("{*}outputEntry")]
    basis = dict(zip(names, entries, strict=False)).get(BASIS, "")
    description = " ".join((rule.findtext("{*}description") or "").split())
    return Rule(number, description, _ids(basis))


def _ids(literal: str) -> tuple[str, ...]:
    """The ids that a text or a list of texts in FEEL holds; anything computed has none to show."""
    try:
        value = json.loads(literal)
    except ValueError:
        return ()
    texts = value if isinstance(value, list) else [value]
    return tuple(
        name for text in texts if isinstance(text, str) for name in re.findall(r"[^\s,;、]+", text)
    )
