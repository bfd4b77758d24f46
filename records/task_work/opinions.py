"""Asking co-workers for their opinion at a task (加签; of several: 会签)."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from sqlmodel import Session

from records import audit
from records.errors import RecordsError
from records.models import TaskOpinion
from records.notifications.tasks import tell_opinion_asked
from records.people import Person, PersonNotFound
from records.task_work.changes import note_change
from records.task_work.people import co_workers
from records.task_work.state import outstanding_opinions
from records.tasks.errors import TaskNotYours
from records.tasks.rules import TaskRef, check_undecided, check_visible, holder_of


class Stance(StrEnum):
    """What the co-worker thinks of what is proposed."""

    agree = "agree"
    disagree = "disagree"
    remark = "remark"


class OpinionAskedAlready(RecordsError):
    """This co-worker has been asked and has not answered yet. Wait, or withdraw the question."""


class OpinionNotFound(RecordsError):
    """Nobody waits for this opinion. It may have been given, or the question withdrawn."""


def ask_opinions(
    session: Session,
    person: Person,
    task: TaskRef,
    user_ids: Sequence[str],
    *,
    question: str,
    now: datetime,
) -> list[TaskOpinion]:
    """The holder asks one or several co-workers, who may open the task from then on.

    Raises TaskNotFound, TaskEnded, TaskNotYours, PersonNotFound, OpinionAskedAlready.
    """
    check_visible(session, person, task)
    check_undecided(session, task)
    if holder_of(session, task.key) != person.id:
        raise TaskNotYours
    wanted = list(dict.fromkeys(user_ids))
    if not wanted or not {*wanted} <= {
        one.id for one in co_workers(session, task, besides=person.id)
    }:
        raise PersonNotFound
    if {one.asked_of for one in outstanding_opinions(session, task.key)} & {*wanted}:
        raise OpinionAskedAlready
    asked = [
        TaskOpinion(
            task_key=task.key,
            asked_by=person.id,
            asked_of=user_id,
            question=question,
            asked_at=now,
        )
        for user_id in wanted
    ]
    session.add_all(asked)
    for one in asked:
        _note(session, person, task, "ask_opinion", now, about=one.asked_of)
    tell_opinion_asked(session, task, wanted, actor=person.id, now=now)
    return asked


def give_opinion(
    session: Session,
    person: Person,
    task: TaskRef,
    stance: Stance,
    answer: str,
    *,
    now: datetime,
) -> None:
    """Who was asked answers. Raises TaskNotFound, TaskEnded, OpinionNotFound."""
    check_visible(session, person, task)
    check_undecided(session, task)
    opinion = _of(session, task, person.id)
    opinion.stance, opinion.answer, opinion.answered_at = stance.value, answer.strip(), now
    session.add(opinion)
    _note(session, person, task, "give_opinion", now)


def withdraw_opinion(
    session: Session, person: Person, task: TaskRef, user_id: str, *, now: datetime
) -> None:
    """The holder waits no longer for this co-worker.

    Raises TaskNotFound, TaskEnded, TaskNotYours, OpinionNotFound.
    """
    check_visible(session, person, task)
    check_undecided(session, task)
    if holder_of(session, task.key) != person.id:
        raise TaskNotYours
    opinion = _of(session, task, user_id)
    opinion.withdrawn_at = now
    session.add(opinion)
    _note(session, person, task, "withdraw_opinion", now, about=user_id)


def _of(session: Session, task: TaskRef, user_id: str) -> TaskOpinion:
    for one in outstanding_opinions(session, task.key):
        if one.asked_of == user_id:
            return one
    raise OpinionNotFound


def _note(
    session: Session,
    person: Person,
    task: TaskRef,
    action: str,
    now: datetime,
    *,
    about: str | None = None,
) -> None:
    note_change(session, task.key, action, actor=person.id, about=about, now=now)
    audit.record(
        session,
        now=now,
        actor=person.id,
        action=action,
        petition_id=task.petition_id,
        task_key=str(task.key),
        matter_id=task.matter_id,
        about=about,
    )
