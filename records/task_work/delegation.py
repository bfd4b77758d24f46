"""Giving a task to a colleague with a question; it comes back to its owner (委托)."""

from datetime import datetime

from sqlmodel import Session

from records.errors import RecordsError
from records.models import TaskDelegation, TaskHold
from records.people import Person, PersonNotFound
from records.task_work.people import group_members
from records.task_work.state import end_delegation, open_delegation
from records.tasks.claiming import pass_to
from records.tasks.errors import TaskNotYours
from records.tasks.rules import TaskRef, check_may_work, check_undecided, check_visible, holder_of


class DelegatedAlready(RecordsError):
    """This task is with a colleague already. Wait for the answer, or take it back first."""


class NotDelegated(RecordsError):
    """This task is with nobody by delegation. Look at it again: it may have come back."""


def delegate_task(
    session: Session,
    person: Person,
    task: TaskRef,
    user_id: str,
    *,
    question: str,
    may_complete: bool,
    now: datetime,
) -> TaskDelegation:
    """Its holder gives the task to a colleague of its groups, who answers or gives it back.

    With `may_complete` the colleague may also complete it. Raises TaskNotFound, TaskEnded,
    TaskNotYours, DelegatedAlready, PersonNotFound, HandlerHasInterest, SecondPersonNeeded.
    """
    _check_open(session, person, task)
    if open_delegation(session, task.key) is not None:
        raise DelegatedAlready
    if holder_of(session, task.key) != person.id:
        raise TaskNotYours
    if user_id not in {user.id for user in group_members(session, task, besides=person.id)}:
        raise PersonNotFound
    check_may_work(session, task, user_id)
    delegation = TaskDelegation(
        task_key=task.key,
        owner_id=person.id,
        delegate_id=user_id,
        question=question,
        may_complete=may_complete,
        given_at=now,
    )
    session.add(delegation)
    pass_to(session, task, user_id, actor=person.id, action="delegate_task", now=now)
    return delegation


def answer_delegation(
    session: Session, person: Person, task: TaskRef, answer: str, *, now: datetime
) -> None:
    """The colleague answers, or gives it back without: empty text. The task is its owner's again.

    Raises TaskNotFound, TaskEnded, NotDelegated, TaskNotYours.
    """
    delegation = _open(session, person, task)
    if delegation.delegate_id != person.id:
        raise TaskNotYours
    delegation.answer = answer.strip()
    action = "answer_delegation" if delegation.answer else "return_delegation"
    _come_back(session, person, task, delegation, action, now)


def recall_delegation(session: Session, person: Person, task: TaskRef, *, now: datetime) -> None:
    """The owner takes the task back without waiting.

    Raises TaskNotFound, TaskEnded, NotDelegated, TaskNotYours.
    """
    delegation = _open(session, person, task)
    if delegation.owner_id != person.id:
        raise TaskNotYours
    _come_back(session, person, task, delegation, "recall_delegation", now)


def _come_back(
    session: Session,
    person: Person,
    task: TaskRef,
    delegation: TaskDelegation,
    action: str,
    now: datetime,
) -> None:
    ends = {"answer_delegation": "answered", "recall_delegation": "recalled"}
    end_delegation(session, task.key, ends.get(action, "returned"), now=now)
    pass_to(session, task, delegation.owner_id, actor=person.id, action=action, now=now)


def _open(session: Session, person: Person, task: TaskRef) -> TaskDelegation:
    _check_open(session, person, task)
    delegation = open_delegation(session, task.key)
    if delegation is None:
        raise NotDelegated
    return delegation


def _check_open(session: Session, person: Person, task: TaskRef) -> None:
    check_visible(session, person, task)
    # Of two who act on one task at once, the second waits here.
    session.get(TaskHold, task.key, with_for_update=True)
    check_undecided(session, task)
