"""What people are told about tasks: theirs now, urged, an opinion asked, sent back."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Protocol

from sqlmodel import Session, col, func, select

from records.models import Clock
from records.models.notification import NotificationKind
from records.models.petition import new_id
from records.notifications.notify import About, notify
from records.people import SEALED_ROLES
from records.task_decisions import latest


class Task(Protocol):
    """A task as the journal shows it (records.tasks.rules.TaskRef)."""

    @property
    def key(self) -> int: ...
    @property
    def petition_id(self) -> str | None: ...
    @property
    def matter_id(self) -> str | None: ...
    @property
    def element_id(self) -> str: ...
    @property
    def groups(self) -> tuple[str, ...]: ...


def tell_assigned(session: Session, task: Task, user_id: str, *, actor: str, now: datetime) -> None:
    """Somebody else has given this task to the person: assigned, delegated or given back."""
    _tell(session, NotificationKind.task_assigned, task, [user_id], actor=actor, now=now)


def tell_urged(
    session: Session, task: Task, user_ids: Iterable[str], *, actor: str, now: datetime
) -> None:
    """This task is urged: its holder is told, or those in whose inbox it waits."""
    _tell(session, NotificationKind.task_urged, task, user_ids, actor=actor, now=now)


def tell_opinion_asked(
    session: Session, task: Task, user_ids: Iterable[str], *, actor: str, now: datetime
) -> None:
    """The holder of this task asks these co-workers for their opinion."""
    _tell(session, NotificationKind.opinion_asked, task, user_ids, actor=actor, now=now)


def tell_sent_back(
    session: Session, task: Task, to_element: str, *, actor: str, now: datetime
) -> None:
    """What was decided at `to_element` is sent back from this task: who decided it is told."""
    before = latest(
        session, to_element, petition_id=task.petition_id, matter_id=task.matter_id or None
    )
    if before is not None:
        kind = NotificationKind.matter_returned
        _tell(session, kind, task, [before.decided_by], actor=actor, now=now, element=to_element)


def _tell(
    session: Session,
    kind: NotificationKind,
    task: Task,
    user_ids: Iterable[str],
    *,
    actor: str,
    now: datetime,
    element: str | None = None,
) -> None:
    about = About(
        petition_id=task.petition_id,
        matter_id=task.matter_id,
        # Where it is sent back to waits a new task, which has no key yet.
        task_key=None if element else task.key,
        element_id=element or task.element_id,
        due_on=_due_on(session, task.petition_id),
        is_sealed=any(group.partition("@")[0] in SEALED_ROLES for group in task.groups),
    )
    # The same may happen to a task again, and each time is news.
    notify(
        session, kind, user_ids, about, key=f"{kind}:{task.key}:{new_id()}", now=now, actor=actor
    )


def _due_on(session: Session, petition_id: str | None) -> date | None:
    """The nearest due day of the petition, as the inbox shows it."""
    return session.exec(
        select(func.min(Clock.due_on)).where(
            Clock.petition_id == petition_id, col(Clock.is_running)
        )
    ).one()
