"""Extending, pausing and correcting a statutory clock."""

from datetime import date, datetime

from sqlmodel import Session

from api.errors import ReceivedInFuture, RoleMissing
from api.queries.visibility import units_of
from api.shapes.common import shanghai
from records.clocks.find import running
from records.errors import ClockNotFound
from records.ledger import correct_receipt, extend_clock, pause_clock, resume_clock
from records.matters import get_matter, matters_of
from records.models import Clock, Petition
from records.people import Person
from records.requests.errors import SeveralMatters
from records.requests.extension import HANDLING, ask_extension

SET_BY_ASSIGNER = ("D11",)


def may_extend(session: Session, person: Person, petition: Petition) -> bool:
    """Whether the person leads a unit that has a part of the petition (articles 34 and 36)."""
    led = person.units_with("unit_leader")
    return bool(units_of(session, petition) & {*led})


def extend(
    session: Session,
    person: Person,
    petition: Petition,
    code: str,
    *,
    matter: int | None = None,
    days: int,
    reason: str,
    now: datetime,
) -> bool:
    """Extend the running clock of this code; the law decides whether that is possible.

    The handling period of a matter is asked for, and the leader decides in a task: True then. What
    was assigned is extended by the bureau that assigned it. Raises RoleMissing, ClockNotFound,
    SeveralMatters, what ask_extension raises, and errors of law.errors.EntryRefused.
    """
    if code in SET_BY_ASSIGNER and not person.has("bureau_leader", at=petition.bureau_id):
        raise RoleMissing
    clock = led_clock(
        session, person, petition, code, matter=matter, by_bureau=code in SET_BY_ASSIGNER
    )
    if code == HANDLING and clock.matter_id is not None:
        its = get_matter(session, clock.matter_id)
        ask_extension(session, its, days=days, reason=reason, asked_by=person.id, now=now)
        return True
    extend_clock(session, clock_id=clock.id, days=days, reason=reason, actor=person.id, now=now)
    return False


def led_clock(
    session: Session,
    person: Person,
    petition: Petition,
    code: str,
    *,
    matter: int | None = None,
    by_bureau: bool = False,
) -> Clock:
    """The running clock of this code in a unit that the person leads, of this matter (number).

    `by_bureau`: the leader of the bureau will do too. Raises RoleMissing, ClockNotFound,
    SeveralMatters.
    """
    at_bureau = by_bureau and person.has("bureau_leader", at=petition.bureau_id)
    if not at_bureau and not may_extend(session, person, petition):
        raise RoleMissing
    matters = {one.id: one for one in matters_of(session, petition.id)}
    clocks = [
        one
        for one in running(session, petition_id=petition.id, codes=(code,))
        if matter is None or (one.matter_id and matters[one.matter_id].ordinal == matter)
    ]
    if not clocks:
        raise ClockNotFound
    led = {*person.units_with("unit_leader")}
    units = {
        one.id: matters[one.matter_id].unit_id if one.matter_id else petition.unit_id
        for one in clocks
    }
    own = [one for one in clocks if at_bureau or units[one.id] in led]
    if not own:
        raise RoleMissing
    if len(own) > 1:
        raise SeveralMatters
    return own[0]


def pause(
    session: Session,
    person: Person,
    petition: Petition,
    code: str,
    *,
    matter: int | None = None,
    first_day: date | None,
    until: date | None,
    reason: str,
    now: datetime,
) -> None:
    """Stop counting, from today when no day is given. Raises as `extend` does."""
    clock = led_clock(session, person, petition, code, matter=matter)
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
    matter: int | None = None,
    first_day: date | None,
    reason: str,
    now: datetime,
) -> None:
    """Count again, from today when no day is given. Raises as `extend` does."""
    clock = led_clock(session, person, petition, code, matter=matter)
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
    matter: int | None = None,
    received_on: date,
    reason: str,
    now: datetime,
) -> None:
    """Count from the right day instead. Raises as `extend` does, and ReceivedInFuture."""
    clock = led_clock(session, person, petition, code, matter=matter, by_bureau=True)
    if received_on > shanghai(now).date():
        raise ReceivedInFuture
    correct_receipt(
        session,
        clock_id=clock.id,
        received_on=received_on,
        reason=reason,
        actor=person.id,
        now=now,
    )
