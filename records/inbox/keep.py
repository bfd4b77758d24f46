"""Taking in what changed: notices of the case, tasks of the journal. The one writer of entries.

Of two that take in at once the second waits, on PostgreSQL too. A notice is read before what it is
about, so that what is written here is never older than the notice.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import delete, insert, text
from sqlmodel import Session, col, func, or_, select

from records.inbox.people import forget_seen
from records.inbox.tasks import OpenTask, entries_of
from records.inbox.texts import keep_texts
from records.models import InboxEntry, InboxMark, InboxStale

TURN = 34340061
MARK = 1


@dataclass(frozen=True)
class TaskChange:
    """A change of a task in the journal: the task, or None when it is not open (any more)."""

    seq: int
    key: int
    task: OpenTask | None


def take_turn(session: Session) -> None:
    """Wait until nobody else takes in; SQLite has one writer anyway."""
    if session.connection().dialect.name == "postgresql":
        session.execute(text(f"SELECT pg_advisory_xact_lock({TURN})"))


def mark_of(session: Session) -> int:
    """The last change of the journal that was taken in."""
    mark = session.exec(select(InboxMark.seq).where(InboxMark.id == MARK)).first()
    return mark or 0


def newest_arrival(session: Session) -> int:
    """The number of the newest task that is listed."""
    return session.exec(select(func.max(InboxEntry.arrived))).one() or 0


def is_stale(session: Session) -> bool:
    """Whether there are notices that nobody has taken in."""
    return session.exec(select(InboxStale.id).limit(1)).first() is not None


def take_in_notices(session: Session, limit: int) -> int:
    """Take in the oldest notices; how many there were. The caller has the turn."""
    stale = session.exec(select(InboxStale).order_by(col(InboxStale.id)).limit(limit)).all()
    if not stale:
        return 0
    petitions = {one.petition_id for one in stale if one.petition_id}
    keys = {one.task_key for one in stale if one.task_key is not None}
    entries = session.exec(
        select(InboxEntry).where(
            InboxEntry.ordinal == 0,
            or_(col(InboxEntry.petition_id).in_(petitions), col(InboxEntry.task_key).in_(keys)),
        )
    ).all()
    _put(session, [_again(entry) for entry in entries])
    touched = {entry.petition_id for entry in entries if entry.petition_id}
    keep_texts(session, touched | petitions)
    session.execute(delete(InboxStale).where(col(InboxStale.id).in_([one.id for one in stale])))
    return len(stale)


def take_in_tasks(session: Session, changes: Sequence[TaskChange]) -> None:
    """Take in these changes of the journal, which follow the mark. The caller has the turn."""
    if not changes:
        return
    keys = [change.key for change in changes]
    before = session.exec(
        select(InboxEntry.task_key, InboxEntry.arrived, InboxEntry.petition_id).where(
            col(InboxEntry.task_key).in_(keys), InboxEntry.ordinal == 0
        )
    ).all()
    arrived = {key: seq for key, seq, _ in before}
    tasks = [change.task for change in changes if change.task is not None]
    ended = {*keys} - {task.key for task in tasks}
    session.execute(delete(InboxEntry).where(col(InboxEntry.task_key).in_(keys)))
    forget_seen(session, ended)
    _put(session, [replace(task, arrived=arrived.get(task.key, task.arrived)) for task in tasks])
    petitions = {one for _, _, one in before if one}
    keep_texts(session, petitions | {task.petition_id for task in tasks if task.petition_id})
    session.merge(InboxMark(id=MARK, seq=max(change.seq for change in changes)))


def _put(session: Session, tasks: Sequence[OpenTask]) -> None:
    """Replace the entries of these tasks."""
    if not tasks:
        return
    keys = [task.key for task in tasks]
    session.execute(delete(InboxEntry).where(col(InboxEntry.task_key).in_(keys)))
    rows = entries_of(session, tasks)
    if rows:
        session.execute(insert(InboxEntry), rows)


def _again(entry: InboxEntry) -> OpenTask:
    return OpenTask(
        key=entry.task_key,
        element_id=entry.element_id,
        definition_key=entry.definition_key,
        groups=tuple(json.loads(entry.candidate_groups)),
        petition_id=entry.petition_id,
        matter_id=entry.matter_id,
        created_at=entry.created_at,
        arrived=entry.arrived,
    )
