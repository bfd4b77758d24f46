"""Names of steps, read from the diagrams that the journal keeps, and the diagrams themselves."""

from dataclasses import dataclass
from xml.etree import ElementTree

from sqlalchemy import select
from sqlmodel import Session

from api.errors import ProcessNotFound
from journal.tables import process

_BPMN = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
# A definition never changes once deployed: its key names one text for good.
_names: dict[int, dict[str, str]] = {}


@dataclass(frozen=True)
class Diagram:
    """One version of a process."""

    definition_key: int
    process_id: str
    version: int
    xml: str


def diagram(session: Session, definition_key: int) -> Diagram:
    """The diagram of this definition. Raises ProcessNotFound."""
    columns = process.c
    row = session.execute(
        select(columns.process_id, columns.version, columns.xml).where(
            columns.definition_key == definition_key
        )
    ).first()
    if row is None:
        raise ProcessNotFound
    return Diagram(definition_key, row.process_id, row.version, row.xml)


def element_names(session: Session, definition_key: int) -> dict[str, str]:
    """Label by element id; elements without a label, and unknown diagrams, are left out."""
    if definition_key not in _names:
        try:
            xml = diagram(session, definition_key).xml
        except ProcessNotFound:
            return {}
        _names[definition_key] = _read_names(xml)
    return _names[definition_key]


def element_name(session: Session, definition_key: int, element_id: str) -> str:
    """The label of an element, or its id when it has none."""
    return element_names(session, definition_key).get(element_id, element_id)


def step_name(session: Session, definition_key: int, element_id: str) -> str:
    """The label of a step, of this diagram or of the newest one that draws it; else its id."""
    name = element_names(session, definition_key).get(element_id)
    if name is not None:
        return name
    newest = select(process.c.definition_key).order_by(process.c.definition_key.desc())
    for key in session.execute(newest).scalars():
        name = element_names(session, key).get(element_id)
        if name is not None:
            return name
    return element_id


def _read_names(xml: str) -> dict[str, str]:
    # The engine took this diagram, and expat stops entity bombs: nothing foreign is parsed here.
    root = ElementTree.fromstring(xml)  # noqa: S314
    found: dict[str, str] = {}
    for element in root.iter():
        element_id, name = element.get("id"), element.get("name")
        if element.tag.startswith(_BPMN) and element_id and name:
            found[element_id] = " ".join(name.split())
    return found
