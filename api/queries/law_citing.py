"""Which elements and rules cite which articles, read from the models that the journal keeps."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Table, func, select
from sqlmodel import Session

from journal.tables import process, requirements
from law.citations import Citations


@dataclass(frozen=True)
class Part:
    """An element of a process, or a rule of a decision; `model_name` is the label of the whole."""

    model: str
    model_name: str
    id: str
    label: str
    citations: Citations


# A deployed model never changes: its key names one text for good.
_parts: dict[int, tuple[Part, ...]] = {}


def parts_of_process(session: Session, definition_key: int) -> tuple[Part, ...]:
    """The elements of one version of a process; nothing when the journal has not got it."""
    return _read(session, process, "definition_key", definition_key, _process_parts)


def newest_steps(session: Session) -> list[Part]:
    """Labelled elements of the newest version of every process."""
    keys = _newest(session, process, "definition_key", "process_id")
    every = (part for key in keys for part in parts_of_process(session, key))
    return [part for part in every if part.label]


def newest_rules(session: Session) -> list[Part]:
    """Rules of the newest version of every decision file."""
    keys = _newest(session, requirements, "requirements_key", "requirements_id")
    return [
        part
        for key in keys
        for part in _read(session, requirements, "requirements_key", key, _decision_parts)
    ]


def _newest(session: Session, table: Table, key: str, name: str) -> list[int]:
    newest = (
        select(table.c[name], func.max(table.c.version).label("version"))
        .group_by(table.c[name])
        .subquery()
    )
    is_newest = (table.c[name] == newest.c[name]) & (table.c.version == newest.c.version)
    rows = session.execute(select(table.c[key]).join(newest, is_newest).order_by(table.c[name]))
    return [row[0] for row in rows]


def _read(
    session: Session,
    table: Table,
    column: str,
    key: int,
    read: Callable[[bytes], tuple[Part, ...]],
) -> tuple[Part, ...]:
    if key not in _parts:
        xml = session.execute(select(table.c.xml).where(table.c[column] == key)).scalar()
        if xml is None:
            return ()
        _parts[key] = read(xml.encode())
    return _parts[key]


def _process_parts(xml: bytes) -> tuple[Part, ...]:
    # Imported here: reading models is needed once per version, and takes memory.
    from modeling.bpmn import parse_process
    from modeling.citing import citing_in_process

    model = parse_process(xml)
    return tuple(
        Part(part.model, model.name, part.id, part.label, part.citations)
        for part in citing_in_process(model)
        if part.id != part.model
    )


def _decision_parts(xml: bytes) -> tuple[Part, ...]:
    from modeling.citing import citing_in_decisions
    from modeling.dmn import parse_decisions

    decisions = parse_decisions(xml)
    names = {decision.id: decision.name for decision in decisions}
    return tuple(
        Part(part.model, names[part.model], part.id, part.label, part.citations)
        for part in citing_in_decisions(decisions)
        if part.id != part.model
    )
