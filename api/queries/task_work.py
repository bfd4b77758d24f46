"""What people did around a task, as its readers see it."""

from collections.abc import Sequence
from typing import Any

from sqlmodel import Session, col, select

from api.i18n import text_or
from api.language import Language
from api.queries.actors import Actors
from api.queries.diagram import step_name
from api.shapes.common import ChangeTold, Named
from api.shapes.task_work import Delegation, Opinion, Remark, TaskWork, Urge
from law.sources import cite_basis
from records.models import TaskChange, TaskDelegation, TaskOpinion, TaskUrge, User
from records.people import Person
from records.task_work.four_eyes import barred_by
from records.task_work.people import co_workers, group_members
from records.task_work.remarks import remarks_of
from records.task_work.state import outstanding_opinions
from records.task_work.urging import may_urge, urges_of
from records.task_work.ways_back import WAYS_BACK
from records.tasks.rules import TaskRef, holder_of, may_claim


def task_work(
    session: Session,
    person: Person,
    task: TaskRef,
    actors: Actors,
    *,
    definition_key: int,
    is_open: bool,
    language: Language,
) -> TaskWork:
    """Everything around one task, and what the reader may do about it now."""
    delegations = _delegations(session, task.key)
    opinions = _opinions(session, task.key)
    with_colleague = next((one for one in delegations if one.ended_at is None), None)
    waiting = outstanding_opinions(session, task.key)
    holds = is_open and holder_of(session, task.key) == person.id
    may_delegate = holds and with_colleague is None
    way = WAYS_BACK.get(task.element_id)
    return TaskWork(
        delegations=[_delegation(one, actors) for one in delegations],
        opinions=[_opinion(one, actors, person) for one in opinions],
        is_awaiting_opinions=bool(waiting),
        urges=urge_views(urges_of(session, [task.key]).get(task.key, []), actors),
        remarks=[
            Remark(
                by=_named(actors, one.written_by), at=one.written_at, kind=one.kind, text=one.text
            )
            for one in remarks_of(session, task.key)
        ],
        may_delegate_to=_people(group_members(session, task, besides=person.id))
        if may_delegate
        else [],
        may_ask=[
            one
            for one in _people(co_workers(session, task, besides=person.id))
            if one.id not in {row.asked_of for row in waiting}
        ]
        if holds
        else [],
        may_answer_delegation=is_open
        and with_colleague is not None
        and with_colleague.delegate_id == person.id,
        may_recall=is_open and with_colleague is not None and with_colleague.owner_id == person.id,
        may_give_opinion=is_open and any(one.asked_of == person.id for one in waiting),
        may_urge=is_open and may_urge(session, person, task),
        way_back=step_name(session, definition_key, way.to)
        if way and holds and (with_colleague is None or with_colleague.may_complete)
        else None,
        barred_by=_barred(session, person, task, language) if is_open else None,
    )


def urge_views(urges: Sequence[TaskUrge], actors: Actors) -> list[Urge]:
    """Urgings with names."""
    return [Urge(by=_named(actors, one.urged_by), at=one.urged_at, text=one.text) for one in urges]


def changes_told(
    session: Session, changes: Sequence[TaskChange], language: Language
) -> list[dict[str, Any]]:
    """Changes in words: who did what, when, and to whom."""
    actors = Actors(session, language)
    actors.load([*(one.actor for one in changes), *(one.about for one in changes)])
    return [
        ChangeTold(
            version=one.version,
            kind=one.kind,
            text=_told(one, actors, language),
            by=_named(actors, one.actor),
            at=one.at,
        ).model_dump(mode="json")
        for one in changes
    ]


def _told(change: TaskChange, actors: Actors, language: Language) -> str:
    what = text_or(language, f"act.{change.kind}", change.kind)
    if change.about is None or change.about == change.actor:
        return what
    return f"{what} → {actors.name(change.about)}"


def _barred(session: Session, person: Person, task: TaskRef, language: Language) -> str | None:
    if not may_claim(person, task):
        return None
    pair = barred_by(
        session,
        task.element_id,
        petition_id=task.petition_id,
        matter_id=task.matter_id,
        user_id=person.id,
    )
    return cite_basis(pair.basis, language) if pair else None


def _delegations(session: Session, task_key: int) -> list[TaskDelegation]:
    found = select(TaskDelegation).where(TaskDelegation.task_key == task_key)
    return list(session.exec(found.order_by(col(TaskDelegation.given_at), col(TaskDelegation.id))))


def _opinions(session: Session, task_key: int) -> list[TaskOpinion]:
    found = select(TaskOpinion).where(
        TaskOpinion.task_key == task_key, col(TaskOpinion.withdrawn_at).is_(None)
    )
    return list(session.exec(found.order_by(col(TaskOpinion.asked_at), col(TaskOpinion.id))))


def _delegation(row: TaskDelegation, actors: Actors) -> Delegation:
    return Delegation(
        owner=_named(actors, row.owner_id),
        delegate=_named(actors, row.delegate_id),
        question=row.question,
        may_complete=row.may_complete,
        given_at=row.given_at,
        answer=row.answer,
        end=row.end,
        ended_at=row.ended_at,
    )


def _opinion(row: TaskOpinion, actors: Actors, person: Person) -> Opinion:
    return Opinion(
        asked_by=_named(actors, row.asked_by),
        asked_of=_named(actors, row.asked_of),
        question=row.question,
        asked_at=row.asked_at,
        stance=row.stance,
        answer=row.answer,
        answered_at=row.answered_at,
        is_mine=row.asked_of == person.id,
    )


def _people(users: Sequence[User]) -> list[Named]:
    return [Named(id=user.id, name=user.name) for user in users]


def _named(actors: Actors, user_id: str) -> Named:
    return Named(id=user_id, name=actors.name(user_id))
