"""The version of a task: the number of its last change. Nobody decides over a change unseen."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, func, select

from records.errors import RecordsError
from records.models import TaskChange


class UnseenChanges(RecordsError):
    """Others changed this task since you opened it. See what changed, then submit again."""

    def __init__(self, changes: Sequence[TaskChange] = ()) -> None:
        """`changes` are what others did, oldest first."""
        super().__init__()
        self.changes = list(changes)


def version_of(session: Session, task_key: int) -> int:
    """The number of the task's last change; 0 when nobody has touched it."""
    newest = select(func.max(TaskChange.version)).where(TaskChange.task_key == task_key)
    return session.exec(newest).one() or 0


def note_change(
    session: Session,
    task_key: int,
    kind: str,
    *,
    actor: str,
    now: datetime,
    about: str | None = None,
    after: int | None = None,
) -> int:
    """Number one change by `actor`, of the person `about` where it is about one; its version.

    `after`: the version it was decided on. A change made meanwhile by somebody else then fails at
    the database (IntegrityError), as do two changes at the same moment.
    """
    version = (version_of(session, task_key) if after is None else after) + 1
    session.add(
        TaskChange(task_key=task_key, version=version, kind=kind, actor=actor, about=about, at=now)
    )
    session.flush()
    return version


def check_version(session: Session, task_key: int, seen: int | None, person_id: str) -> int:
    """The version now. `seen`: the one the person looks at; None does not ask.

    What people change themselves, in another tab, is no news to them. Raises UnseenChanges.
    """
    if seen is not None:
        news = select(TaskChange).where(
            TaskChange.task_key == task_key,
            TaskChange.version > seen,
            TaskChange.actor != person_id,
        )
        found = session.exec(news.order_by(col(TaskChange.version))).all()
        if found:
            raise UnseenChanges(found)
    return version_of(session, task_key)
