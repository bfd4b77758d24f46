"""Keeping the inbox: tasks come from the journal, notices from the case; see records.inbox."""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, and_, func, select
from sqlmodel import Session

from journal.tables import user_task, user_task_change, variable
from records.inbox.keep import (
    TaskChange,
    is_stale,
    mark_of,
    take_in_notices,
    take_in_tasks,
    take_turn,
)
from records.inbox.tasks import OpenTask

AT_ONCE = 500


def is_behind(session: Session) -> bool:
    """Whether something changed that the inbox does not show yet: two look-ups."""
    newest = session.execute(select(func.max(user_task_change.c.seq))).scalar_one()
    return (newest or 0) > mark_of(session) or is_stale(session)


def keep_inbox(session: Session, limit: int = AT_ONCE) -> int:
    """Take in up to `limit` notices and as many changes of tasks; how many there were."""
    take_turn(session)
    return _keep_tasks(session, limit) + take_in_notices(session, limit)


def keep_own_changes(session: Session) -> None:
    """Take in what this transaction changed, so that who changed it sees it at once.

    Tasks of the journal are left to the next turn.
    """
    session.flush()
    if is_stale(session):
        take_turn(session)
        take_in_notices(session, AT_ONCE)


def _keep_tasks(session: Session, limit: int) -> int:
    change, task, own = user_task_change.c, user_task.c, variable.c
    # A task that has gone has no row, or is no longer `created`.
    rows = session.execute(
        select(
            change.seq,
            change.task_key,
            task.state,
            task.element_id,
            task.definition_key,
            task.candidate_groups,
            task.business_key,
            task.created_at,
            own.value.label("matter_id"),
        )
        .select_from(user_task_change)
        .outerjoin(user_task, task.key == change.task_key)
        .outerjoin(variable, and_(own.scope_key == task.instance_key, own.name == "matter_id"))
        .where(change.seq > mark_of(session))
        .order_by(change.seq)
        .limit(limit)
    ).all()
    take_in_tasks(session, [_change(row) for row in rows])
    return len(rows)


def _change(row: Row[Any]) -> TaskChange:
    if row.state != "created":
        return TaskChange(row.seq, row.task_key, None)
    matter = json.loads(row.matter_id) if row.matter_id else None
    groups: Sequence[str] = json.loads(row.candidate_groups)
    task = OpenTask(
        key=row.task_key,
        element_id=row.element_id,
        definition_key=row.definition_key,
        groups=tuple(groups),
        petition_id=row.business_key,
        # Where a step calls the process of a matter, that is its own; what is no id is none.
        matter_id=matter if isinstance(matter, str) and len(matter) <= 36 else None,
        created_at=row.created_at,
        arrived=row.seq,
    )
    return TaskChange(row.seq, row.task_key, task)
