"""Process instances, incidents and counts, out of the journal; of nothing that is sealed."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, func, select
from sqlmodel import Session, col

from api.errors import InstanceNotFound, ProcessNotFound
from api.queries.diagram import element_names
from api.queries.flow import MOST_ELEMENTS, instance_drawing
from api.queries.paging import as_key, from_cursor, to_cursor
from api.queries.sealed_instances import is_open_instance
from api.shapes.common import end_from_millis, from_millis
from api.shapes.engine import (
    ElementCount,
    ElementRow,
    IncidentPage,
    IncidentRow,
    InstanceDetail,
    InstancePage,
    InstanceRow,
    ProcessCounts,
    TimerRow,
)
from journal.tables import element_instance, incident, instance, process, timer
from records.models import Petition


def instance_page(
    session: Session,
    *,
    process_id: str | None,
    state: str | None,
    petition_id: str | None,
    has_incident: bool | None,
    limit: int,
    cursor: str | None,
) -> InstancePage:
    """Instances, newest first. Raises BadCursor."""
    conditions: list[ColumnElement[bool]] = []
    if process_id:
        conditions.append(instance.c.process_id == process_id)
    if state:
        conditions.append(instance.c.state == state)
    if petition_id:
        conditions.append(instance.c.business_key == petition_id)
    if has_incident is not None:
        stuck = (
            select(incident.c.key)
            .where(incident.c.instance_key == instance.c.key, incident.c.state == "open")
            .exists()
        )
        conditions.append(stuck if has_incident else ~stuck)
    if cursor:
        conditions.append(instance.c.key < as_key(from_cursor(cursor, 1)[0]))
    query = _instances(*conditions).order_by(instance.c.key.desc()).limit(limit + 1)
    found = session.execute(query).all()
    return InstancePage(
        instances=[InstanceRow(**_fields(row)) for row in found[:limit]],
        next=to_cursor(found[limit - 1].key) if len(found) > limit else None,
    )


def instance_detail(session: Session, key: int) -> InstanceDetail:
    """One instance with all that belongs to it. Raises InstanceNotFound."""
    row = session.execute(_instances(instance.c.key == key)).first()
    if row is None:
        raise InstanceNotFound
    names = element_names(session, row.definition_key)
    elements = session.execute(
        select(element_instance)
        .where(element_instance.c.instance_key == key)
        .order_by(element_instance.c.started_at, element_instance.c.key)
        .limit(MOST_ELEMENTS)
    ).all()
    timers = session.execute(
        select(timer).where(timer.c.instance_key == key, timer.c.state == "created")
    ).all()
    return InstanceDetail(
        **_fields(row),
        elements=[
            ElementRow(
                key=found.key,
                element_id=found.element_id,
                element_type=found.element_type,
                name=names.get(found.element_id, found.element_id),
                state=found.state,
                started_at=from_millis(found.started_at),
                ended_at=end_from_millis(found.ended_at),
            )
            for found in elements
        ],
        children=[
            InstanceRow(**_fields(child))
            for child in session.execute(_instances(instance.c.parent_key == key))
        ],
        incidents=_incidents(session, incident.c.instance_key == key),
        timers=[
            TimerRow(key=t.key, element_id=t.element_id, due_at=from_millis(t.due_at))
            for t in timers
        ],
        drawing=instance_drawing(session, row),
    )


def incident_page(
    session: Session, *, state: str | None, limit: int, cursor: str | None
) -> IncidentPage:
    """Incidents, newest first. Raises BadCursor."""
    conditions: list[ColumnElement[bool]] = []
    if state:
        conditions.append(incident.c.state == state)
    if cursor:
        conditions.append(incident.c.key < as_key(from_cursor(cursor, 1)[0]))
    found = _incidents(session, *conditions, limit=limit + 1)
    more = len(found) > limit
    return IncidentPage(
        incidents=found[:limit], next=to_cursor(int(found[limit - 1].key)) if more else None
    )


def process_counts(session: Session, process_id: str, version: int | None) -> ProcessCounts:
    """Counts by element of one version, the newest by default. Raises ProcessNotFound."""
    versions = session.execute(
        select(process.c.version, process.c.definition_key)
        .where(process.c.process_id == process_id)
        .order_by(process.c.version.desc())
    ).all()
    wanted = next((row for row in versions if version in (None, row.version)), None)
    if wanted is None:
        raise ProcessNotFound
    elements: dict[str, ElementCount] = {}
    for element_id, state, number in session.execute(
        select(element_instance.c.element_id, element_instance.c.state, func.count())
        .where(
            element_instance.c.definition_key == wanted.definition_key,
            element_instance.c.element_type != "PROCESS",
        )
        .group_by(element_instance.c.element_id, element_instance.c.state)
    ):
        setattr(elements.setdefault(element_id, ElementCount()), state, number)
    for element_id, number in session.execute(
        select(element_instance.c.element_id, func.count())
        .join(incident, incident.c.element_instance_key == element_instance.c.key)
        .where(
            incident.c.state == "open",
            element_instance.c.definition_key == wanted.definition_key,
        )
        .group_by(element_instance.c.element_id)
    ):
        elements.setdefault(element_id, ElementCount()).incidents = number
    active = session.execute(
        select(func.count()).where(
            instance.c.process_id == process_id,
            instance.c.state == "active",
            instance.c.definition_key == wanted.definition_key,
        )
    ).scalar_one()
    return ProcessCounts(
        process_id=process_id,
        definition_key=wanted.definition_key,
        version=wanted.version,
        versions=[row.version for row in versions],
        active_instances=active,
        elements=elements,
    )


def _instances(*conditions: ColumnElement[bool]) -> Select[Any]:
    stuck = (
        select(func.count())
        .where(incident.c.instance_key == instance.c.key, incident.c.state == "open")
        .scalar_subquery()
    )
    return (
        select(instance, stuck.label("open_incidents"), col(Petition.number).label("number"))
        .join(Petition, col(Petition.id) == instance.c.business_key, isouter=True)
        .where(is_open_instance(), *conditions)
    )


def _fields(row: Row[Any]) -> dict[str, Any]:
    return {
        "key": row.key,
        "process_id": row.process_id,
        "definition_key": row.definition_key,
        "version": row.version,
        "parent_key": row.parent_key,
        "root_key": row.root_key,
        "petition_id": row.business_key,
        "petition_number": row.number,
        "state": row.state,
        "started_at": from_millis(row.started_at),
        "ended_at": end_from_millis(row.ended_at),
        "open_incidents": row.open_incidents,
    }


def _incidents(
    session: Session, *conditions: ColumnElement[bool], limit: int = 200
) -> list[IncidentRow]:
    rows: Sequence[Row[Any]] = session.execute(
        select(incident, instance.c.process_id)
        .join(instance, instance.c.key == incident.c.instance_key)
        .where(is_open_instance(), *conditions)
        .order_by(incident.c.key.desc())
        .limit(limit)
    ).all()
    return [
        IncidentRow(
            key=row.key,
            instance_key=row.instance_key,
            process_id=row.process_id,
            element_id=row.element_id,
            error_type=row.error_type,
            message=row.message,
            state=row.state,
            created_at=from_millis(row.created_at),
            resolved_at=end_from_millis(row.resolved_at),
        )
        for row in rows
    ]
