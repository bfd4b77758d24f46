"""Deciding a task, once: the records change, and the engine learns of it through the outbox."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import delete
from sqlmodel import Session, col

from records import audit, outbox
from records.decisions import decide
from records.models import Matter, Petition, Review, TaskDecision, TaskHold
from records.notifications.tasks import tell_sent_back
from records.people import Person
from records.proposals import Proposed, keep_overrides
from records.task_work.changes import check_version, note_change
from records.task_work.state import (
    check_owner_completes,
    end_delegation,
    forget_drafts,
    keep_reason_without_opinions,
)
from records.task_work.ways_back import WAYS_BACK
from records.tasks.errors import TaskDecided, TaskEnded, TaskNotFound, TaskNotYours
from records.tasks.rules import TaskRef, check_may_work, check_visible, holder_of, works_on

About = TypeVar("About", Matter, Review)


def check_can_decide(
    session: Session, person: Person, task: TaskRef, data: dict[str, Any]
) -> TaskDecision | None:
    """The decision already taken, when this one repeats it; None when the person may decide now.

    Raises TaskNotFound, TaskDecided, TaskEnded, TaskNotYours, OwnerCompletes, HandlerHasInterest,
    SecondPersonNeeded.
    """
    # Whoever repeats what closed the case to them is answered once more, and shown nothing.
    decision = session.get(TaskDecision, task.key)
    if decision is not None and decision.decided_by == person.id and decision.data == data:
        return decision
    check_visible(session, person, task)
    if decision is not None:
        raise TaskDecided
    if not task.is_open:
        raise TaskEnded
    holder = holder_of(session, task.key)
    if not works_on(person, task, holder):
        raise TaskNotYours
    check_owner_completes(session, task.key)
    check_may_work(session, task, person.id, person.works_for(task.groups, holder))
    return None


def decide_task(
    session: Session,
    person: Person,
    task: TaskRef,
    data: dict[str, Any],
    *,
    schema: dict[str, Any],
    proposals: Sequence[Proposed],
    now: datetime,
    seen: int | None = None,
    without_opinions: str = "",
) -> TaskDecision:
    """Record the decision, change petition and matter where it says so, tell the engine; once.

    `data` is the validated form, `proposals` what the journal says was proposed for it; whoever
    decides otherwise gives the reason. `seen` is the version of the task that the person looked at,
    `without_opinions` why they do not wait for opinions asked for. Repeating the same decision
    returns the first one. Raises as check_can_decide, what records.decisions.decide raises,
    OverrideNeedsReason, UnseenChanges, OpinionsOutstanding.
    """
    # Whoever sends the same form twice at once: the second waits here and finds the decision.
    session.get(TaskHold, task.key, with_for_update=True)
    repeated = check_can_decide(session, person, task, data)
    if repeated is not None:
        return repeated
    version = check_version(session, task.key, seen, person.id)
    keep_reason_without_opinions(session, task.key, without_opinions, person_id=person.id, now=now)
    petition = session.get(Petition, task.petition_id) if task.petition_id else None
    if petition is None:
        raise TaskNotFound
    matter = _held(session, Matter, task, task.matter_id)
    represents = person.works_for(task.groups, holder_of(session, task.key))
    variables = decide(
        session,
        task.element_id,
        petition,
        matter,
        data,
        schema,
        person_id=person.id,
        now=now,
        proposals=proposals,
        review=_held(session, Review, task, task.review_id),
        supervision_id=task.supervision_id,
    )
    decision = TaskDecision(
        task_key=task.key,
        petition_id=petition.id,
        matter_id=task.matter_id,
        supervision_id=task.supervision_id,
        element_id=task.element_id,
        form_key=task.form_key,
        data=data,
        decided_by=person.id,
        decided_for=represents,
        decided_at=now,
    )
    session.add(decision)
    overridden = keep_overrides(session, decision, proposals)
    note_change(session, task.key, "complete_task", actor=person.id, now=now, after=version)
    end_delegation(session, task.key, "completed", now=now)
    forget_drafts(session, task.key)
    session.execute(delete(TaskHold).where(col(TaskHold.task_key) == task.key))
    back = WAYS_BACK.get(task.element_id)
    if back is not None and back.is_taken(data):
        tell_sent_back(session, task, back.to, actor=person.id, now=now)
    audit.record(
        session,
        now=now,
        actor=person.id,
        action=task.element_id,
        petition_id=petition.id,
        task_key=str(task.key),
        represents=represents,
        **({"overridden": overridden} if overridden else {}),
    )
    outbox.enqueue(
        session,
        "complete_task",
        {"task_key": task.key, "variables": variables},
        ordering_key=f"task:{task.key}",
        now=now,
    )
    return decision


def _held(session: Session, table: type[About], task: TaskRef, row_id: str | None) -> About | None:
    """What the task is about, held until the transaction ends. Raises TaskNotFound."""
    if row_id is None:
        return None
    row = session.get(table, row_id, with_for_update=True)
    if row is None or row.petition_id != task.petition_id:
        raise TaskNotFound
    return row
