"""What is deployed together, and whether it is complete.

A called process, decision or form bound with `bindingType="deployment"` must lie in the same
deployment; the engine notices only when a case arrives there (an incident), so we look before.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from engine.errors import EngineError

ZEEBE = "{http://camunda.org/schema/zeebe/1.0}"

# Diagrams are the designers' files, but a file may come from anywhere: nothing outside is read.
PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


@dataclass(frozen=True, order=True)
class Reference:
    """What an element of a diagram calls: kind `process`, `decision` or `form`, and its id."""

    file: str
    element_id: str
    kind: str
    wanted_id: str


class ResourceMissing(EngineError):
    """A diagram calls something that is not deployed with it."""

    def __init__(self, missing: list[Reference]) -> None:
        self.missing = missing
        lines = [f"{m.file}:{m.element_id}: there is no {m.kind} {m.wanted_id}" for m in missing]
        super().__init__(
            "Not deployed, something is missing. Add it to bpmn/ or forms/, or correct the id:\n"
            + "\n".join(lines)
        )


class ResourceUnreadable(EngineError):
    """A file is not the XML or JSON it should be."""

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(f"{file} cannot be read: {reason}")


def read_resources(root: Path) -> dict[str, bytes]:
    """Every diagram, decision and form below `root`: file name to content."""
    patterns = ("bpmn/*.bpmn", "bpmn/*.dmn", "forms/*.form")
    return {path.name: path.read_bytes() for p in patterns for path in sorted(root.glob(p))}


def check_complete(resources: Mapping[str, bytes]) -> None:
    """Raises ResourceMissing, ResourceUnreadable. Ids computed by an expression are left alone."""
    there = {found for name, content in resources.items() for found in _offers(name, content)}
    wanted = [
        reference
        for name, content in resources.items()
        if name.endswith(".bpmn")
        for reference in _references(name, _parse(name, content))
    ]
    missing = [
        reference
        for reference in wanted
        if not reference.wanted_id.startswith("=")
        and (reference.kind, reference.wanted_id) not in there
    ]
    if missing:
        raise ResourceMissing(sorted(missing))


def _offers(name: str, content: bytes) -> Iterator[tuple[str, str]]:
    if name.endswith(".form"):
        try:
            yield "form", str(json.loads(content)["id"])
        except (ValueError, KeyError, TypeError) as error:
            raise ResourceUnreadable(name, repr(error)) from error
        return
    kind = "process" if name.endswith(".bpmn") else "decision"
    for element in _parse(name, content).iter(f"{{*}}{kind}"):
        yield kind, element.get("id", "")


def _references(name: str, root: etree._Element) -> Iterator[Reference]:
    calls = (
        ("calledElement", "processId", "process"),
        ("calledDecision", "decisionId", "decision"),
        ("formDefinition", "formId", "form"),
    )
    for tag, attribute, kind in calls:
        for element in root.iter(ZEEBE + tag):
            extensions = element.getparent()
            owner = extensions.getparent() if extensions is not None else None
            wanted = element.get(attribute)
            if owner is not None and wanted:
                yield Reference(name, owner.get("id", ""), kind, wanted)


def _parse(name: str, content: bytes) -> etree._Element:
    try:
        return etree.fromstring(content, PARSER)
    except etree.XMLSyntaxError as error:
        raise ResourceUnreadable(name, str(error)) from error
