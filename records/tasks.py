"""Who holds a task, and deciding it. The rows here decide; the engine learns through the outbox.

The task itself (its element, groups, whether it is open) is the engine's: callers read it from the
journal and pass it as `TaskRef`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete
from sqlmodel import Session, col

from records import audit, outbox
from records.decisions import decide
from records.errors import RecordsError
from records.insert_once import insert_once
from records.interest import check_interest
from records.models import Matter, Petition, Review, TaskDecision, TaskHold
from records.notifications.tasks import tell_assigned, tell_sent_back
from records.people import LEADER_ROLES, SEALED_ROLES, Person, PersonNotFound, members_of
from records.proposals import Proposed, keep_overrides
from records.task_work.changes import check_version, note_change
from records.task_work.four_eyes import check_second_person
from records.task_work.state import (
    check_owner_completes,
    end_delegation,
    forget_drafts,
    keep_reason_without_opinions,
    open_delegation,
    was_asked,
)
from records.task_work.ways_back import WAYS_BACK


class TaskNotFound(RecordsError):
    """There is no such task among yours. It may have ended: look at the inbox again."""


class TaskHeld(RecordsError):
    """Somebody else has taken this task. Choose another one, or ask your leader to assign it."""


class TaskNotYours(RecordsError):
    """You do not hold this task. Claim it first; what you typed is still on the page."""


class TaskEnded(RecordsError):
    """This task has ended in the meantime. Look at the case to see where it went."""


class TaskDecided(RecordsError):
    """This task was decided already, with other data. The first decision stands."""


class LeaderNeeded(RecordsError):
    """Only a leader of the unit or the bureau assigns tasks. Ask yours."""


@dataclass(frozen=True)
class TaskRef:
    """A task as the journal shows it. `groups` are its candidate groups `role@unit`.

    `matter_id` is None at tasks of the petition as a whole, `review_id` but at those of a review,
    `supervision_id` but at those of a supervision.
    """

    key: int
    petition_id: str | None
    bureau_id: str | None
    element_id: str
    form_key: int | None
    groups: tuple[str, ...]
    is_open: bool
    matter_id: str | None = None
    review_id: str | None = None
    supervision_id: str | None = None

    @property
    def units(self) -> set[str]:
        """Units of the candidate groups."""
        return {group.partition("@")[2] for group in self.groups}


def may_claim(person: Person, task: TaskRef) -> bool:
    """Whether the person is in a candidate group of the task."""
    return not person.groups.isdisjoint(task.groups)


def leads(person: Person, task: TaskRef) -> bool:
    """Whether the person leads a unit the task waits in, or the bureau of its petition."""
    return bool({*task.units, task.bureau_id} & set(person.units_with(*LEADER_ROLES)))


def works_on(person: Person, task: TaskRef, holder: str | None) -> bool:
    """Whether the task is the person's to work on: they hold it, or stand in for who holds it.

    A deputy has what waits in groups they have meanwhile, so nothing sealed comes to them this way.
    """
    if holder in person.represented_ids:
        return may_claim(person, task)
    return holder == person.id


def holder_of(session: Session, task_key: int) -> str | None:
    """User id of who holds the task."""
    hold = session.get(TaskHold, task_key)
    return hold.user_id if hold else None


def check_visible(session: Session, person: Person, task: TaskRef) -> None:
    """Raises TaskNotFound when the task does not concern the person: it does not exist for them.

    What is sealed is for its desk alone, also of those who worked on it before (article 30).
    """
    if is_sealed(session, task):
        if may_claim(person, task) and _is_of_sealed_desk(task):
            return
        raise TaskNotFound
    if may_claim(person, task) or leads(person, task) or person.oversees:
        return
    decision = session.get(TaskDecision, task.key)
    if person.id in (holder_of(session, task.key), decision and decision.decided_by):
        return
    if not was_asked(session, task.key, person.id):
        raise TaskNotFound


def is_sealed(session: Session, task: TaskRef) -> bool:
    """Whether the task is about a report: then it concerns its own groups alone (article 30)."""
    if _is_of_sealed_desk(task):
        return True
    petition = session.get(Petition, task.petition_id) if task.petition_id else None
    matter = session.get(Matter, task.matter_id) if task.matter_id else None
    return bool((petition and petition.is_sealed) or (matter and matter.is_sealed))


def _is_of_sealed_desk(task: TaskRef) -> bool:
    return any(group.partition("@")[0] in SEALED_ROLES for group in task.groups)


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
    _check_may_work(session, task, person, represents)
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


def check_may_work(session: Session, task: TaskRef, user_id: str) -> None:
    """Raises HandlerHasInterest (article 28(3)), law.four_eyes.SecondPersonNeeded."""
    check_interest(session, task.matter_id, user_id)
    check_second_person(
        session,
        task.element_id,
        petition_id=task.petition_id,
        matter_id=task.matter_id,
        user_id=user_id,
    )


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
    _check_may_work(session, task, person, person.works_for(task.groups, holder))
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
    matter = _matter_of(session, task)
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
        review=_review_of(session, task),
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


def _leads_for(person: Person, task: TaskRef) -> str | None:
    units = {*task.units, *([task.bureau_id] if task.bureau_id else [])}
    return person.leads_for(units, *LEADER_ROLES)


def _check_may_work(
    session: Session, task: TaskRef, person: Person, represents: str | None
) -> None:
    """Raises as check_may_work when the person, or whom they stand in for, keeps out."""
    for user_id in filter(None, (person.id, represents)):
        check_may_work(session, task, user_id)


def _matter_of(session: Session, task: TaskRef) -> Matter | None:
    """The matter of the task, held until the transaction ends. Raises TaskNotFound."""
    if task.matter_id is None:
        return None
    matter = session.get(Matter, task.matter_id, with_for_update=True)
    if matter is None or matter.petition_id != task.petition_id:
        raise TaskNotFound
    return matter


def _review_of(session: Session, task: TaskRef) -> Review | None:
    """The review of the task, held until the transaction ends. Raises TaskNotFound."""
    if task.review_id is None:
        return None
    review = session.get(Review, task.review_id, with_for_update=True)
    if review is None or review.petition_id != task.petition_id:
        raise TaskNotFound
    return review


def check_undecided(session: Session, task: TaskRef) -> None:
    """Raises TaskEnded when the engine took the task away, or it was decided."""
    if not task.is_open or session.get(TaskDecision, task.key) is not None:
        raise TaskEnded


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
