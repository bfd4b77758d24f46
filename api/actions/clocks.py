"""Extending, pausing and correcting a statutory clock."""

from datetime import date, datetime

from sqlmodel import Session

from api.errors import ReceivedInFuture, RoleMissing
from api.queries.clocks import running_clock
from api.shapes.common import shanghai
from records.ledger import correct_receipt, extend_clock, pause_clock, resume_clock
from records.models import Petition
from records.people import Person


def may_extend(person: Person, petition: Petition) -> bool:
    """Whether the person leads the unit that handles the petition (articles 34 and 36)."""
    return petition.unit_id is not None and person.has("unit_leader", at=petition.unit_id)


def may_correct(person: Person, petition: Petition) -> bool:
    """Whether the person leads that unit or the bureau that received the petition."""
    return may_extend(person, petition) or person.has("bureau_leader", at=petition.bureau_id)


def extend(
    session: Session,
    person: Person,
    petition: Petition,
    code: str,
    *,
    days: int,
    reason: str,
    now: datetime,
) -> None:
    """Extend the running clock of this code; the law decides whether that is possible.

    Raises RoleMissing, ClockNotFound, and errors of law.errors.EntryRefused.
    """
    if not may_extend(person, petition):
        raise RoleMissing
    clock = running_clock(session, petition.id, code)
    extend_clock(session, clock_id=clock.id, days=days, reason=reason, actor=person.id, now=now)


def pause(
    session: Session,
    person: Person,
    petition: Petition,
    code: str,
    *,
    first_day: date | None,
    until: date | None,
    reason: str,
    now: datetime,
) -> None:
    """Stop counting, from today when no day is given. Raises as `extend` does."""
    if not may_extend(person, petition):
        raise RoleMissing
    clock = running_clock(session, petition.id, code)
    pause_clock(
        session,
        clock_id=clock.id,
        first_day=first_day or shanghai(now).date(),
        until=until,
        reason=reason,
        actor=person.id,
        now=now,
    )


def resume(
    session: Session,
    person: Person,
    petition: Petition,
    code: str,
    *,
    first_day: date | None,
    reason: str,
    now: datetime,
) -> None:
    """Count again, from today when no day is given. Raises as `extend` does."""
    if not may_extend(person, petition):
        raise RoleMissing
    clock = running_clock(session, petition.id, code)
    resume_clock(
        session,
        clock_id=clock.id,
        first_day=first_day or shanghai(now).date(),
        reason=reason,
        actor=person.id,
        now=now,
    )


def correct(
    session: Session,
    person: Person,
    petition: Petition,
    code: str,
    *,
    received_on: date,
    reason: str,
    now: datetime,
) -> None:
    """Count from the right day instead. Raises as `extend` does, and ReceivedInFuture."""
    if not may_correct(person, petition):
        raise RoleMissing
    if received_on > shanghai(now).date():
        raise ReceivedInFuture
    clock = running_clock(session, petition.id, code)
    correct_receipt(
        session,
        clock_id=clock.id,
        received_on=received_on,
        reason=reason,
        actor=person.id,
        now=now,
    )
