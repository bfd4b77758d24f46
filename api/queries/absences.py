"""Absences as people see them, and whom a form can name."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from api.language import Language
from api.queries.actors import Actors
from api.shapes.absence import AbsenceOut
from api.shapes.common import Named
from records.absences import absences_seen, is_running, looks_after
from records.models import Absence, Membership, User
from records.people import LEADER_ROLES
from records.person import Person, units_with


@dataclass(frozen=True)
class Choice:
    """Somebody to choose, under the unit they work in."""

    id: str
    name: str


@dataclass(frozen=True)
class AbsenceChoices:
    """People to choose, by the name of their unit: who can be away, who can stand in."""

    people: dict[str, list[Choice]]
    deputies: dict[str, list[Choice]]


def absence_views(
    session: Session, person: Person, language: Language, today: date
) -> list[AbsenceOut]:
    """What runs or is to come, of oneself and of those one looks after or stands in for."""
    rows = absences_seen(session, person, today)
    actors = Actors(session, language)
    actors.load(one for row in rows for one in (row.user_id, row.deputy_id, row.entered_by))
    return [_view(session, person, row, actors, today) for row in rows]


def absence_view(
    session: Session, person: Person, row: Absence, language: Language, today: date
) -> AbsenceOut:
    """One of them."""
    return _view(session, person, row, Actors(session, language), today)


def absence_choices(session: Session, person: Person) -> AbsenceChoices:
    """Oneself and those one looks after; colleagues, and for who leads a unit everybody."""
    own = {group.partition("@")[2] for group in person.own_groups}
    led = set(units_with(person.own_groups, *LEADER_ROLES))
    is_administrator = bool(units_with(person.own_groups, "administrator"))
    rows = session.exec(
        select(Membership.unit_id, User.id, User.name)
        .join(User, col(User.id) == col(Membership.user_id))
        .where(col(User.is_active))
        .distinct()
        .order_by(col(Membership.unit_id), User.name, User.id)
    ).all()
    units = Actors(session, "zh")
    people: dict[str, list[Choice]] = {}
    deputies: dict[str, list[Choice]] = {}
    for unit, user_id, name in rows:
        choice = Choice(user_id, name)
        if is_administrator or unit in led:
            people.setdefault(units.unit(unit), []).append(choice)
        if (led or is_administrator or unit in own) and user_id != person.id:
            deputies.setdefault(units.unit(unit), []).append(choice)
    return AbsenceChoices(people, deputies)


def _view(
    session: Session, person: Person, row: Absence, actors: Actors, today: date
) -> AbsenceOut:
    def named(user_id: str) -> Named:
        return Named(id=user_id, name=actors.name(user_id))

    return AbsenceOut(
        id=row.id,
        person=named(row.user_id),
        deputy=named(row.deputy_id),
        first_day=row.first_day,
        last_day=row.last_day,
        is_running=is_running(row, today),
        may_end=row.ended_at is None and looks_after(session, person, row.user_id),
        entered_by=named(row.entered_by),
        entered_at=row.entered_at,
    )
