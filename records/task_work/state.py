"""How the work around a task stands: delegated, asked about, drafted."""

from datetime import datetime

from sqlalchemy import delete
from sqlmodel import Session, col, select

from records.errors import RecordsError
from records.models import TaskDelegation, TaskDraft, TaskOpinion, TaskRemark

WITHOUT_OPINIONS = "without_opinions"


class OwnerCompletes(RecordsError):
    """This task was given to you with a question. Answer it: its owner completes the task."""


class OpinionsOutstanding(RecordsError):
    """Opinions that were asked for have not come. Wait, or give the reason to complete without."""

    field = WITHOUT_OPINIONS


def open_delegation(session: Session, task_key: int) -> TaskDelegation | None:
    """The delegation under which the task is with a colleague now."""
    found = select(TaskDelegation).where(
        TaskDelegation.task_key == task_key, col(TaskDelegation.ended_at).is_(None)
    )
    return session.exec(found).first()


def end_delegation(session: Session, task_key: int, end: str, *, now: datetime) -> None:
    """The delegation is over, if there is one; `end` says how."""
    delegation = open_delegation(session, task_key)
    if delegation is not None:
        delegation.end, delegation.ended_at = end, now
        session.add(delegation)


def check_owner_completes(session: Session, task_key: int) -> None:
    """Raises OwnerCompletes where the task is with a colleague who may only answer."""
    delegation = open_delegation(session, task_key)
    if delegation is not None and not delegation.may_complete:
        raise OwnerCompletes


def was_asked(session: Session, task_key: int, user_id: str) -> bool:
    """Whether an opinion was asked of the person, or the task is theirs and with a colleague."""
    asked = select(TaskOpinion.id).where(
        TaskOpinion.task_key == task_key,
        TaskOpinion.asked_of == user_id,
        col(TaskOpinion.withdrawn_at).is_(None),
    )
    if session.exec(asked.limit(1)).first() is not None:
        return True
    delegation = open_delegation(session, task_key)
    return delegation is not None and delegation.owner_id == user_id


def outstanding_opinions(session: Session, task_key: int) -> list[TaskOpinion]:
    """Opinions asked for, not answered and not withdrawn; oldest first."""
    asked = select(TaskOpinion).where(
        TaskOpinion.task_key == task_key,
        col(TaskOpinion.answered_at).is_(None),
        col(TaskOpinion.withdrawn_at).is_(None),
    )
    return list(session.exec(asked.order_by(col(TaskOpinion.asked_at), col(TaskOpinion.id))))


def keep_reason_without_opinions(
    session: Session, task_key: int, reason: str, *, person_id: str, now: datetime
) -> None:
    """Why the task is completed before all have answered: kept as a remark.

    Nothing where all have. Raises OpinionsOutstanding when the reason is blank.
    """
    if not outstanding_opinions(session, task_key):
        return
    if not reason.strip():
        raise OpinionsOutstanding
    session.add(
        TaskRemark(
            task_key=task_key,
            kind=WITHOUT_OPINIONS,
            text=reason.strip(),
            written_by=person_id,
            written_at=now,
        )
    )


def forget_drafts(session: Session, task_key: int) -> None:
    """What was typed at a task that is decided is not kept, whoever typed it."""
    session.execute(delete(TaskDraft).where(col(TaskDraft.task_key) == task_key))
