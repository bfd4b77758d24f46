"""The next task of a list, by due day: what one opens when one is done with this one."""

from dataclasses import replace

from sqlmodel import Session, col, func, select

from api.queries.inbox import inbox_rows
from api.queries.inbox_filter import InboxFilter
from api.queries.paging import to_cursor
from api.queries.task import load_task
from records.models import Clock
from records.models.inbox import NO_DAY
from records.people import Person
from records.tasks.errors import TaskNotFound


def next_task(
    session: Session, person: Person, wanted: InboxFilter, *, after: int | None
) -> int | None:
    """Key of the task that follows `after` in this list, else of the first one; None without any.

    The list is read by due day, whatever its own order. Raises RoleMissing.
    """
    by_due = replace(wanted, sort="due")
    cursor = _cursor(session, after) if after is not None else None
    for start in (cursor, None) if cursor else (None,):
        rows, _ = inbox_rows(session, person, by_due, limit=2, cursor=start)
        for row in rows:
            if row.task_key != after:
                key: int = row.task_key
                return key
    return None


def _cursor(session: Session, key: int) -> str | None:
    """The place of this task in a list by due day; None for a task that is not known."""
    try:
        task = load_task(session, key)
    except TaskNotFound:
        return None
    due_on = session.exec(
        select(func.min(Clock.due_on)).where(
            Clock.petition_id == task.petition_id, col(Clock.is_running)
        )
    ).one()
    return to_cursor("due", due_on or NO_DAY, key)
