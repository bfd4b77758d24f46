"""Reads a .dmn file: its decisions, and the rules of their tables."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from modeling.errors import ModelUnreadable
from modeling.xml import DMN, parse_xml


@dataclass(frozen=True)
class DecisionRule:
    """One row of a decision table; note is its annotation and description together.

    inputs and outputs are its entries (FEEL), in the order of the table's inputs and outputs.
    """

    id: str
    note: str
    inputs: tuple[str, ...] = ()
    outputs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Decision:
    """One decision; inputs are FEEL. hit_policy is None where none is written or it is no table.

    The labels stand in the order of inputs and outputs, "" where there is none.
    """

    id: str
    name: str
    documentation: str
    is_table: bool
    hit_policy: str | None
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    input_labels: tuple[str, ...]
    output_labels: tuple[str, ...]
    rules: tuple[DecisionRule, ...]


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """Read a file. Raises ModelUnreadable, OSError."""
    return parse_decisions(path.read_bytes())


def parse_decisions(xml: bytes) -> tuple[Decision, ...]:
    """The decisions in document order; at least one. Raises ModelUnreadable."""
    root = parse_xml(xml, f"{DMN}definitions")
    decisions = tuple(_decision(node) for node in root.findall(f"{DMN}decision"))
    if not decisions:
        raise ModelUnreadable("there is no decision in it")
    return decisions


def _decision(node: etree._Element) -> Decision:
    table = node.find(f"{DMN}decisionTable")
    return Decision(
        id=node.get("id", ""),
        name=node.get("name", ""),
        documentation=(node.findtext(f"{DMN}description") or "").strip(),
        is_table=table is not None,
        hit_policy=table.get("hitPolicy") if table is not None else None,
        inputs=tuple(_texts(table, f"{DMN}input/{DMN}inputExpression/{DMN}text")),
        outputs=tuple(one.get("name", "") for one in node.iterfind(f".//{DMN}output")),
        input_labels=tuple(one.get("label", "") for one in node.iterfind(f".//{DMN}input")),
        output_labels=tuple(one.get("label", "") for one in node.iterfind(f".//{DMN}output")),
        rules=tuple(
            DecisionRule(
                id=rule.get("id", ""),
                note=_note(rule),
                inputs=tuple(_texts(rule, f"{DMN}inputEntry/{DMN}text")),
                outputs=tuple(_texts(rule, f"{DMN}outputEntry/{DMN}text")),
            )
            for rule in node.iterfind(f"{DMN}decisionTable/{DMN}rule")
        ),
    )


def _note(rule: etree._Element) -> str:
    parts = (f"{DMN}description", f"{DMN}annotationEntry/{DMN}text")
    return " ".join(text for part in parts for text in _texts(rule, part)).strip()


def _texts(node: etree._Element | None, path: str) -> Iterator[str]:
    if node is not None:
        yield from ((found.text or "").strip() for found in node.iterfind(path))
