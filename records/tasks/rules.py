"""A task as the journal shows it, and the rules: who sees it, who may take it and work on it."""

from dataclasses import dataclass

from sqlmodel import Session

from records.interest import check_interest
from records.models import Matter, Petition, TaskDecision, TaskHold
from records.people import LEADER_ROLES, SEALED_ROLES, Person
from records.task_work.four_eyes import check_second_person
from records.task_work.state import was_asked
from records.tasks.errors import TaskEnded, TaskNotFound


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


def check_undecided(session: Session, task: TaskRef) -> None:
    """Raises TaskEnded when the engine took the task away, or it was decided."""
    if not task.is_open or session.get(TaskDecision, task.key) is not None:
        raise TaskEnded


def check_may_work(session: Session, task: TaskRef, *user_ids: str | None) -> None:
    """Whether each of these people may work on the task; None stands for nobody.

    Raises HandlerHasInterest (article 28(3)), law.four_eyes.SecondPersonNeeded.
    """
    for user_id in filter(None, user_ids):
        check_interest(session, task.matter_id, user_id)
        check_second_person(
            session,
            task.element_id,
            petition_id=task.petition_id,
            matter_id=task.matter_id,
            user_id=user_id,
        )


def _is_of_sealed_desk(task: TaskRef) -> bool:
    return any(group.partition("@")[0] in SEALED_ROLES for group in task.groups)
