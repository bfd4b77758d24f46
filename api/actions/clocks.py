"""Extending a statutory clock."""

from datetime import datetime

from sqlmodel import Session

from api.errors import RoleMissing
from api.queries.clocks import running_clock
from records.ledger import extend_clock
from records.models import Petition
from records.people import Person


def may_extend(person: Person, petition: Petition) -> bool:
    """Whether the person leads the unit that handles the petition (article 34)."""
    return petition.unit_id is not None and person.has("unit_leader", at=petition.unit_id)


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
