"""Urging whoever has a task, or the group it waits in (催办, articles 39 and 40)."""

from datetime import datetime

from sqlmodel import Session, col, select

from law.instants import SHANGHAI
from records import audit
from records.errors import RecordsError
from records.models import TaskUrge
from records.notifications.tasks import tell_urged
from records.people import Person, members_of
from records.tasks.rules import TaskRef, check_undecided, check_visible, holder_of, is_sealed, leads

# Besides who leads the unit; at the bureau of the petition.
URGERS = ("bureau_leader", "supervisor", "follow_up")


class MayNotUrge(RecordsError):
    """Leaders, supervisors and those who call back urge; nobody urges themself. Write a remark."""


class UrgedToday(RecordsError):
    """You urged this task today. Once a day is enough; tomorrow you may again."""


def may_urge(session: Session, person: Person, task: TaskRef) -> bool:
    """Whether the person leads the unit or the bureau, or supervises there; not who holds it."""
    if holder_of(session, task.key) == person.id:
        return False
    return leads(person, task) or _supervises(session, person, task)


def urge_task(
    session: Session, person: Person, task: TaskRef, text: str, *, now: datetime
) -> TaskUrge:
    """Urge with a short text: seen at the task and in the inbox of who has it.

    A supervisor of the bureau urges also at tasks that they cannot open, but at no sealed one.
    Raises TaskNotFound, TaskEnded, MayNotUrge, UrgedToday.
    """
    if not _supervises(session, person, task):
        check_visible(session, person, task)
    if not may_urge(session, person, task):
        raise MayNotUrge
    check_undecided(session, task)
    day = now.astimezone(SHANGHAI).date()
    urged = select(TaskUrge).where(
        TaskUrge.task_key == task.key, TaskUrge.urged_by == person.id, TaskUrge.urged_on == day
    )
    if session.exec(urged).first() is not None:
        raise UrgedToday
    urge = TaskUrge(
        task_key=task.key, urged_by=person.id, urged_on=day, urged_at=now, text=text.strip()
    )
    session.add(urge)
    audit.record(
        session,
        now=now,
        actor=person.id,
        action="urge_task",
        petition_id=task.petition_id,
        task_key=str(task.key),
        matter_id=task.matter_id,
    )
    holder = holder_of(session, task.key)
    whose = [holder] if holder else [user.id for user in members_of(session, [*task.groups])]
    tell_urged(session, task, whose, actor=person.id, now=now)
    return urge


def urges_of(session: Session, task_keys: list[int]) -> dict[int, list[TaskUrge]]:
    """How these tasks were urged, newest first, by task."""
    rows = session.exec(
        select(TaskUrge)
        .where(col(TaskUrge.task_key).in_(task_keys))
        .order_by(col(TaskUrge.urged_at).desc(), col(TaskUrge.id))
    )
    found: dict[int, list[TaskUrge]] = {}
    for row in rows:
        found.setdefault(row.task_key, []).append(row)
    return found


def _supervises(session: Session, person: Person, task: TaskRef) -> bool:
    if task.bureau_id is None or is_sealed(session, task):
        return False
    return person.has(*URGERS, at=task.bureau_id)
