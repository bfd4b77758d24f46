"""Tasks that wait for the reader's opinion, or that went from or to a colleague with a question."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlmodel import Session, col, or_, select

from api.language import Language
from api.queries.actors import Actors
from api.queries.diagram import element_name
from api.queries.task import task_ref, task_row
from api.shapes.common import Named
from api.shapes.task_work import AskedTask
from records.models import Petition, TaskDelegation, TaskOpinion
from records.people import Person
from records.tasks.errors import TaskEnded, TaskNotFound
from records.tasks.rules import check_undecided, check_visible

MOST = 50


@dataclass(frozen=True)
class _Question:
    kind: Literal["opinion", "delegation", "given"]
    who: str
    task_key: int
    text: str
    at: datetime


def asked_tasks(session: Session, person: Person, language: Language) -> list[AskedTask]:
    """At most MOST of each kind, the longest waiting first; tasks that ended are left out."""
    actors = Actors(session, language)
    found = [*_opinions(session, person), *_delegations(session, person)]
    actors.load(one.who for one in found)
    shown = (_shown(session, person, actors, one) for one in found)
    return [one for one in shown if one is not None]


def _opinions(session: Session, person: Person) -> Iterator[_Question]:
    waiting = select(TaskOpinion).where(
        TaskOpinion.asked_of == person.id,
        col(TaskOpinion.answered_at).is_(None),
        col(TaskOpinion.withdrawn_at).is_(None),
    )
    for one in session.exec(waiting.order_by(col(TaskOpinion.asked_at)).limit(MOST)):
        yield _Question("opinion", one.asked_by, one.task_key, one.question, one.asked_at)


def _delegations(session: Session, person: Person) -> Iterator[_Question]:
    under_way = select(TaskDelegation).where(
        or_(TaskDelegation.owner_id == person.id, TaskDelegation.delegate_id == person.id),
        col(TaskDelegation.ended_at).is_(None),
    )
    for one in session.exec(under_way.order_by(col(TaskDelegation.given_at)).limit(MOST)):
        if one.owner_id == person.id:
            yield _Question("given", one.delegate_id, one.task_key, one.question, one.given_at)
        else:
            yield _Question("delegation", one.owner_id, one.task_key, one.question, one.given_at)


def _shown(session: Session, person: Person, actors: Actors, asked: _Question) -> AskedTask | None:
    try:
        row = task_row(session, asked.task_key)
        task = task_ref(session, row)
        check_visible(session, person, task)
        check_undecided(session, task)
    except (TaskNotFound, TaskEnded):
        return None
    petition = session.get(Petition, task.petition_id) if task.petition_id else None
    return AskedTask(
        key=asked.task_key,
        name=element_name(session, row.definition_key, task.element_id),
        number=petition.number if petition else None,
        subject=petition.subject if petition else None,
        kind=asked.kind,
        who=Named(id=asked.who, name=actors.name(asked.who)),
        question=asked.text,
        at=asked.at,
    )
