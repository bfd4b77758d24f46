"""Who holds a task: claiming, giving back, assigning. The first of several who claim wins."""

from datetime import datetime

from sqlalchemy import delete
from sqlmodel import Session, col

from records import audit, outbox
from records.insert_once import insert_once
from records.models import TaskHold
from records.notifications.tasks import tell_assigned
from records.people import LEADER_ROLES, Person, PersonNotFound, members_of
from records.task_work.changes import note_change
from records.task_work.state import end_delegation, open_delegation
from records.tasks.errors import LeaderNeeded, TaskHeld, TaskNotFound, TaskNotYours
from records.tasks.rules import (
    TaskRef,
    check_may_work,
    check_undecided,
    check_visible,
    holder_of,
    leads,
    may_claim,
    works_on,
)


def claim_task(session: Session, person: Person, task: TaskRef, *, now: datetime) -> None:
    """Take a task of one's groups; one of several who try wins, the others get TaskHeld.

    Claiming what one holds changes nothing. A deputy takes what waits for who is away in that
    person's name, so that it is theirs again afterwards. Raises TaskNotFound, TaskEnded, TaskHeld;
    HandlerHasInterest for who keeps out of the matter (article 28(3)), SecondPersonNeeded for who
    prepared what is decided here, both also for who stands in for such a one.
    """
    check_visible(session, person, task)
    if not may_claim(person, task):
        raise TaskNotFound
    check_undecided(session, task)
    represents = person.works_for(task.groups, None)
    check_may_work(session, task, person.id, represents)
    owner = represents or person.id
    if _take(session, task.key, owner, now):
        _tell(
            session,
            task,
            owner,
            actor=person.id,
            action="claim_task",
            represents=represents,
            now=now,
        )
    elif not works_on(person, task, holder_of(session, task.key)):
        raise TaskHeld


def release_task(session: Session, person: Person, task: TaskRef, *, now: datetime) -> None:
    """Give a task back to its groups: its holder may, the deputy, and leaders. Nobody's task stays
    nobody's.

    What a colleague gave with a question goes back to them.
    Raises TaskNotFound, TaskEnded, TaskNotYours.
    """
    check_visible(session, person, task)
    check_undecided(session, task)
    holder = holder_of(session, task.key)
    if holder is None:
        return
    is_worker = works_on(person, task, holder)
    if not is_worker and not leads(person, task):
        raise TaskNotYours
    represents = person.works_for(task.groups, holder) if is_worker else _leads_for(person, task)
    delegation = open_delegation(session, task.key)
    if delegation is not None and is_worker:
        end_delegation(session, task.key, "returned", now=now)
        pass_to(
            session,
            task,
            delegation.owner_id,
            actor=person.id,
            action="return_delegation",
            represents=represents,
            now=now,
        )
        return
    end_delegation(session, task.key, "overruled", now=now)
    session.execute(delete(TaskHold).where(col(TaskHold.task_key) == task.key))
    _tell(
        session,
        task,
        None,
        actor=person.id,
        action="release_task",
        represents=represents,
        now=now,
    )


def assign_task(
    session: Session, person: Person, task: TaskRef, user_id: str, *, now: datetime
) -> None:
    """A leader gives the task to a member of its groups, whoever held it before.

    Raises TaskNotFound, LeaderNeeded, PersonNotFound, TaskEnded, HandlerHasInterest,
    SecondPersonNeeded.
    """
    check_visible(session, person, task)
    if not leads(person, task):
        raise LeaderNeeded
    if user_id not in {user.id for user in members_of(session, list(task.groups))}:
        raise PersonNotFound
    check_undecided(session, task)
    check_may_work(session, task, user_id)
    if holder_of(session, task.key) == user_id:
        return
    end_delegation(session, task.key, "overruled", now=now)
    pass_to(
        session,
        task,
        user_id,
        actor=person.id,
        action="assign_task",
        represents=_leads_for(person, task),
        now=now,
    )


def pass_to(
    session: Session,
    task: TaskRef,
    user_id: str,
    *,
    actor: str,
    action: str,
    represents: str | None = None,
    now: datetime,
) -> None:
    """The task is the person's now, whoever held it; trail and engine are told.

    `represents`: whom the actor stands in for in this.
    """
    session.execute(delete(TaskHold).where(col(TaskHold.task_key) == task.key))
    _take(session, task.key, user_id, now)
    _tell(session, task, user_id, actor=actor, action=action, represents=represents, now=now)


def _leads_for(person: Person, task: TaskRef) -> str | None:
    units = {*task.units, *([task.bureau_id] if task.bureau_id else [])}
    return person.leads_for(units, *LEADER_ROLES)


def _take(session: Session, task_key: int, user_id: str, now: datetime) -> bool:
    # The primary key decides who wins, also between processes.
    new = insert_once(session, TaskHold)
    row = new.values(task_key=task_key, user_id=user_id, held_at=now)
    taken = session.execute(row.on_conflict_do_nothing().returning(col(TaskHold.task_key)))
    return taken.first() is not None


def _tell(
    session: Session,
    task: TaskRef,
    holder: str | None,
    *,
    actor: str,
    action: str,
    represents: str | None,
    now: datetime,
) -> None:
    audit.record(
        session,
        now=now,
        actor=actor,
        action=action,
        petition_id=task.petition_id,
        task_key=str(task.key),
        element_id=task.element_id,
        holder=holder,
        represents=represents,
    )
    note_change(session, task.key, action, actor=actor, about=holder, now=now)
    if holder and holder not in (actor, represents):
        tell_assigned(session, task, holder, actor=actor, now=now)
    outbox.enqueue(
        session,
        "assign_task" if holder else "unassign_task",
        {"task_key": task.key} | ({"assignee": holder} if holder else {}),
        ordering_key=f"task:{task.key}",
        now=now,
    )
