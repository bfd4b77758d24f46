"""Entering and ending absences: who may, who can be deputy, and no deputy of a deputy."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session, col, or_, select

from records import audit
from records.errors import RecordsError
from records.models import Absence, User
from records.people import LEADER_ROLES, PersonNotFound, groups_of
from records.person import Person, units_with

MOST_DAYS = 366


class AbsenceNotFound(RecordsError):
    """There is no such absence among those you look after."""


class AbsenceDates(RecordsError):
    """An absence ends on or after its first day, not before today, and after at most 366 days."""

    field = "last_day"


class AbsenceOverlaps(RecordsError):
    """This person is away in some of these days already. End that absence first."""

    field = "first_day"


class DeputyUnfit(RecordsError):
    """This person does not work in the same unit. Choose a colleague, or ask your leader to."""

    field = "deputy"


class DeputyAway(RecordsError):
    """The deputy is away in some of these days, and deputies have no deputies. Choose another."""

    field = "deputy"


class DeputyNeeded(RecordsError):
    """This person stands in for somebody in these days, and deputies have no deputies."""

    field = "first_day"


@dataclass(frozen=True)
class NewAbsence:
    """Who is away from when to when, both days counted, and who stands in."""

    user_id: str
    deputy_id: str
    first_day: date
    last_day: date


def looks_after(session: Session, person: Person, user_id: str) -> bool:
    """Whether the person enters absences of this user: themselves, a leader, an administrator.

    Who only stands in for a leader does not: deputies name no deputies.
    """
    return _looks_after(person, user_id, groups_of(session, [user_id])[user_id])


def units_of_user(session: Session, user_id: str) -> set[str]:
    """Ids of the units the user works in, former ones among them."""
    return {group.partition("@")[2] for group in groups_of(session, [user_id])[user_id]}


def enter_absence(
    session: Session, person: Person, new: NewAbsence, *, now: datetime, today: date
) -> Absence:
    """Note that somebody is away, and their deputy.

    In each unit of who is away the deputy works too, or the person who enters it leads that unit.
    Raises PersonNotFound, AbsenceDates, AbsenceOverlaps, DeputyUnfit, DeputyAway, DeputyNeeded.
    """
    # Held until the end of the transaction: two absences at once must not make a chain.
    wanted = sorted({new.user_id, new.deputy_id})
    rows = select(User).where(col(User.id).in_(wanted)).order_by(col(User.id)).with_for_update()
    found = {user.id: user for user in session.exec(rows)}
    deputy = found.get(new.deputy_id)
    if new.user_id not in found or not looks_after(session, person, new.user_id):
        raise PersonNotFound
    if deputy is None or not deputy.is_active or new.deputy_id == new.user_id:
        raise DeputyUnfit
    days = (new.last_day - new.first_day).days + 1
    if not 1 <= days <= MOST_DAYS or new.last_day < today:
        raise AbsenceDates
    _check_deputy(session, person, new)
    _check_others(session, new)
    absence = Absence(
        user_id=new.user_id,
        deputy_id=new.deputy_id,
        first_day=new.first_day,
        last_day=new.last_day,
        entered_by=person.id,
        entered_at=now,
    )
    session.add(absence)
    session.flush()
    _tell(session, absence, person, "enter_absence", now)
    return absence


def end_absence(session: Session, person: Person, absence_id: str, *, now: datetime) -> Absence:
    """The person is back, or does not go: from now on nobody stands in. Ending twice is harmless.

    Raises AbsenceNotFound.
    """
    absence = session.get(Absence, absence_id, with_for_update=True)
    if absence is None or not looks_after(session, person, absence.user_id):
        raise AbsenceNotFound
    if absence.ended_at is None:
        absence.ended_at = now
        session.add(absence)
        _tell(session, absence, person, "end_absence", now)
    return absence


def absences_seen(session: Session, person: Person, on: date) -> list[Absence]:
    """Absences that run or are still to come: one's own, those one stands in for, and those one
    looks after; by first day."""
    rows = session.exec(
        select(Absence)
        .where(col(Absence.last_day) >= on, col(Absence.ended_at).is_(None))
        .order_by(col(Absence.first_day), col(Absence.id))
    ).all()
    groups = groups_of(session, {row.user_id for row in rows})
    return [
        row
        for row in rows
        if person.id == row.deputy_id or _looks_after(person, row.user_id, groups[row.user_id])
    ]


def deputies_of(session: Session, user_ids: Collection[str], on: date) -> set[str]:
    """Who stands in on that day for those of these people who are away."""
    return set(
        session.exec(
            select(Absence.deputy_id).where(
                col(Absence.user_id).in_(user_ids),
                col(Absence.first_day) <= on,
                col(Absence.last_day) >= on,
                col(Absence.ended_at).is_(None),
            )
        )
    )


def is_running(absence: Absence, on: date) -> bool:
    """Whether the deputy stands in on that day."""
    return absence.ended_at is None and absence.first_day <= on <= absence.last_day


def _looks_after(person: Person, user_id: str, groups: frozenset[str]) -> bool:
    if person.id == user_id or units_with(person.own_groups, "administrator"):
        return True
    led = set(units_with(person.own_groups, *LEADER_ROLES))
    return any(group.partition("@")[2] in led for group in groups)


def _check_deputy(session: Session, person: Person, new: NewAbsence) -> None:
    if units_with(person.own_groups, "administrator"):
        return
    led = set(units_with(person.own_groups, *LEADER_ROLES))
    theirs = units_of_user(session, new.deputy_id)
    if not units_of_user(session, new.user_id) <= theirs | led:
        raise DeputyUnfit


def _check_others(session: Session, new: NewAbsence) -> None:
    """No two deputies of one person, no deputy of a deputy; so there are no circles either."""
    people = (new.user_id, new.deputy_id)
    others = session.exec(
        select(Absence).where(
            or_(col(Absence.user_id).in_(people), col(Absence.deputy_id) == new.user_id),
            col(Absence.first_day) <= new.last_day,
            col(Absence.last_day) >= new.first_day,
            col(Absence.ended_at).is_(None),
        )
    )
    for other in others:
        if other.user_id == new.user_id:
            raise AbsenceOverlaps
        raise DeputyAway if other.user_id == new.deputy_id else DeputyNeeded


def _tell(session: Session, absence: Absence, person: Person, action: str, now: datetime) -> None:
    audit.record(
        session,
        now=now,
        actor=person.id,
        action=action,
        represents=None,
        absence=absence.id,
        person=absence.user_id,
        deputy=absence.deputy_id,
        first_day=absence.first_day.isoformat(),
        last_day=absence.last_day.isoformat(),
    )
