"""What each person has set in the inbox: filters, columns, and the tasks they have opened."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete
from sqlmodel import Session, col, or_, select

from records.errors import RecordsError
from records.insert_once import insert_once
from records.models import InboxChoice, InboxFilterKept, InboxSeen
from records.people import Person

# Filters without a name that are kept of a person: as far back as one goes back in a browser.
UNNAMED = 50


class FilterNotFound(RecordsError):
    """There is no such filter any more. Set it again, or choose one of those saved."""


class FilterNotYours(RecordsError):
    """This filter was shared by somebody else. Ask them to change it, or save one of your own."""


class UnitNotYours(RecordsError):
    """You can share a filter with your own units only. Choose one of the list."""


def mark_seen(session: Session, user_id: str, task_key: int) -> None:
    """Note that the person has opened the task; once is enough."""
    new = insert_once(session, InboxSeen)
    row = new.values(task_key=task_key, user_id=user_id)
    session.execute(row.on_conflict_do_nothing())


def is_seen(session: Session, user_id: str, task_key: int) -> bool:
    """Whether the person has opened the task."""
    return session.get(InboxSeen, (task_key, user_id)) is not None


def seen_of(session: Session, user_id: str, task_keys: Collection[int]) -> set[int]:
    """Which of these tasks the person has opened."""
    return set(
        session.exec(
            select(InboxSeen.task_key).where(
                InboxSeen.user_id == user_id, col(InboxSeen.task_key).in_(task_keys)
            )
        )
    )


def keep_filter(session: Session, person: Person, spec: dict[str, Any], now: datetime) -> str:
    """Keep a filter without a name, for a page to show; gives its id. Old ones go."""
    unnamed = session.exec(
        select(InboxFilterKept)
        .where(InboxFilterKept.user_id == person.id, InboxFilterKept.name == "")
        .order_by(col(InboxFilterKept.kept_at).desc(), col(InboxFilterKept.id))
    ).all()
    same = next((one for one in unnamed if one.spec == spec), None)
    if same is not None:
        same.kept_at = now
        session.add(same)
        return same.id
    for one in unnamed[UNNAMED - 1 :]:
        session.delete(one)
    kept = InboxFilterKept(user_id=person.id, spec=spec, kept_at=now)
    session.add(kept)
    return kept.id


def save_filter(
    session: Session,
    person: Person,
    filter_id: str,
    name: str,
    unit_id: str | None,
    now: datetime,
) -> str:
    """Save a filter under a name, for oneself or for a unit; gives the id of the saved one.

    One's own filter of that name is replaced. Raises FilterNotFound, UnitNotYours.
    """
    spec = visible_filter(session, person, filter_id).spec
    if unit_id is not None and unit_id not in units_of(person):
        raise UnitNotYours
    saved = session.exec(
        select(InboxFilterKept).where(
            InboxFilterKept.user_id == person.id, InboxFilterKept.name == name
        )
    ).first()
    saved = saved or InboxFilterKept(user_id=person.id, name=name, spec=spec, kept_at=now)
    saved.spec, saved.unit_id, saved.kept_at = spec, unit_id, now
    session.add(saved)
    return saved.id


def remove_filter(session: Session, person: Person, filter_id: str) -> None:
    """Remove a saved filter of one's own. Raises FilterNotFound, FilterNotYours."""
    kept = visible_filter(session, person, filter_id)
    if kept.user_id != person.id:
        raise FilterNotYours
    session.delete(kept)


def visible_filter(session: Session, person: Person, filter_id: str) -> InboxFilterKept:
    """One's own filter, or one shared with a unit of one's own. Raises FilterNotFound."""
    kept = session.get(InboxFilterKept, filter_id)
    if kept is None or not (kept.user_id == person.id or kept.unit_id in units_of(person)):
        raise FilterNotFound
    return kept


def saved_filters(session: Session, person: Person) -> Sequence[InboxFilterKept]:
    """Saved filters that the person may use, by name."""
    return session.exec(
        select(InboxFilterKept)
        .where(
            InboxFilterKept.name != "",
            or_(
                InboxFilterKept.user_id == person.id,
                col(InboxFilterKept.unit_id).in_(units_of(person)),
            ),
        )
        .order_by(col(InboxFilterKept.name), col(InboxFilterKept.id))
    ).all()


def units_of(person: Person) -> list[str]:
    """Units in which the person has a role."""
    return sorted({group.partition("@")[2] for group in person.groups})


def choice_of(session: Session, person: Person) -> InboxChoice | None:
    """What the person has chosen to see; None: nothing yet."""
    return session.get(InboxChoice, person.id)


def choose(session: Session, person: Person, columns: list[str], sort: str) -> None:
    """Keep which columns the person sees and in which order."""
    session.merge(InboxChoice(user_id=person.id, columns=columns, sort=sort))


def forget_seen(session: Session, task_keys: Collection[int]) -> None:
    """These tasks have ended: who opened them matters no more."""
    session.execute(delete(InboxSeen).where(col(InboxSeen.task_key).in_(task_keys)))
