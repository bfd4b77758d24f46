"""Forms as typed so far: one draft per task and person, seen by that person alone."""

from datetime import datetime
from typing import Any

from sqlalchemy import delete
from sqlmodel import Session, col

from records.errors import RecordsError
from records.models import TaskDraft
from records.people import Person
from records.tasks.errors import TaskNotYours
from records.tasks.rules import TaskRef, check_undecided, check_visible, holder_of


class DraftNotFound(RecordsError):
    """There is no draft of yours at this task."""


class DraftChanged(RecordsError):
    """You typed on in another tab. Open the newer draft, or go on in that tab."""


def read_draft(session: Session, person: Person, task: TaskRef) -> TaskDraft:
    """The person's own draft. Raises TaskNotFound, DraftNotFound."""
    check_visible(session, person, task)
    draft = session.get(TaskDraft, (task.key, person.id))
    if draft is None:
        raise DraftNotFound
    return draft


def save_draft(
    session: Session,
    person: Person,
    task: TaskRef,
    data: dict[str, Any],
    *,
    version: int,
    origin: str,
    now: datetime,
) -> TaskDraft:
    """Keep what the holder has typed. `version` is that of the draft it goes on from, 0 for none.

    The tab that saved last (`origin`) goes on whatever it has heard. Raises TaskNotFound,
    TaskEnded, TaskNotYours, DraftChanged.
    """
    check_visible(session, person, task)
    check_undecided(session, task)
    if holder_of(session, task.key) != person.id:
        raise TaskNotYours
    draft = session.get(TaskDraft, (task.key, person.id), with_for_update=True)
    if draft is None:
        draft = TaskDraft(
            task_key=task.key,
            user_id=person.id,
            version=version + 1,
            origin=origin,
            data=data,
            saved_at=now,
        )
    elif draft.version != version and draft.origin != origin:
        raise DraftChanged
    else:
        draft.version += 1
        draft.origin, draft.data, draft.saved_at = origin, data, now
    session.add(draft)
    return draft


def drop_draft(session: Session, person: Person, task: TaskRef) -> None:
    """Throw one's own draft away; dropping it twice is harmless. Raises TaskNotFound."""
    check_visible(session, person, task)
    session.execute(
        delete(TaskDraft).where(
            col(TaskDraft.task_key) == task.key, col(TaskDraft.user_id) == person.id
        )
    )
