"""The steps of the engine in a case, grouped by the process instance they ran in.

A case has hundreds; a page lists the groups and asks for the steps of one when it is opened.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, func, select
from sqlmodel import Session

from api.errors import InstanceNotFound
from api.queries.diagram import element_names
from api.queries.flow import CONTAINERS, case_instances
from api.queries.reader import Reader
from api.shapes.common import end_from_millis, from_millis
from api.shapes.timeline import EngineGroup, EngineStepOut
from journal.tables import element_instance, instance, process

MOST_STEPS = 500
# Containers, joins and forks are drawing, not happening.
_HAPPENS = (
    element_instance.c.element_type.not_in(CONTAINERS),
    element_instance.c.element_type.not_like("%GATEWAY%"),
)


def engine_groups(reader: Reader) -> list[EngineGroup]:
    """Every instance of the case that the reader may know, the latest first."""
    found = case_instances(reader.session, reader.petition, hidden=reader.hidden_ids)
    if not found:
        return []
    session = reader.session
    rows = session.execute(
        select(instance)
        .where(instance.c.key.in_(found))
        .order_by(instance.c.started_at.desc(), instance.c.key.desc())
    ).all()
    steps = _counts(session, found)
    names = _process_names(session, rows)
    return [
        EngineGroup(
            instance_key=row.key,
            process_id=row.process_id,
            name=names.get(row.definition_key) or row.process_id,
            started_at=from_millis(row.started_at),
            ended_at=end_from_millis(row.ended_at),
            state=row.state,
            steps=steps.get(row.key, 0),
        )
        for row in rows
    ]


def engine_steps(reader: Reader, instance_key: int) -> list[EngineStepOut]:
    """The steps of one instance of the case, oldest first; those without a label are left out.

    Raises InstanceNotFound for one that is not of this case, or not for the reader.
    """
    session = reader.session
    if instance_key not in case_instances(session, reader.petition, hidden=reader.hidden_ids):
        raise InstanceNotFound
    rows = session.execute(
        select(element_instance)
        .where(element_instance.c.instance_key == instance_key, *_HAPPENS)
        .order_by(element_instance.c.started_at, element_instance.c.key)
        .limit(MOST_STEPS)
    ).all()
    return [
        EngineStepOut(
            element_id=row.element_id,
            name=name,
            state=row.state,
            at=from_millis(row.started_at),
            ended_at=end_from_millis(row.ended_at),
        )
        for row in rows
        if (name := element_names(session, row.definition_key).get(row.element_id))
    ]


def _counts(session: Session, keys: set[int]) -> dict[int, int]:
    rows = session.execute(
        select(element_instance.c.instance_key, func.count().label("steps"))
        .where(element_instance.c.instance_key.in_(keys), *_HAPPENS)
        .group_by(element_instance.c.instance_key)
    ).all()
    return {row.instance_key: row.steps for row in rows}


def _process_names(session: Session, rows: Sequence[Row[Any]]) -> dict[int, str]:
    keys = {row.definition_key for row in rows}
    found = session.execute(
        select(process.c.definition_key, process.c.name).where(process.c.definition_key.in_(keys))
    ).all()
    return {row.definition_key: row.name for row in found}
