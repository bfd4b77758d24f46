"""Finding what a step works on."""

from datetime import date, datetime

from sqlmodel import Session

from law.instants import SHANGHAI
from records.clocks.append import ClockView
from records.errors import MatterNotFound, PetitionNotFound, UnitNotFound
from records.matters import is_lower_bureau
from records.models import Matter, Petition, Petitioner, Unit

__all__ = [
    "alert_at",
    "day_of",
    "is_lower_bureau",
    "matter_of",
    "petition_of",
    "petitioner_of",
    "unit_of",
]


def petition_of(session: Session, petition_id: str) -> Petition:
    """The petition with this id, locked until the transaction ends. Raises PetitionNotFound."""
    petition = session.get(Petition, petition_id, with_for_update=True)
    if petition is None:
        raise PetitionNotFound
    return petition


def matter_of(session: Session, matter_id: str) -> Matter:
    """The matter with this id, locked until the transaction ends. Raises MatterNotFound."""
    matter = session.get(Matter, matter_id, with_for_update=True)
    if matter is None:
        raise MatterNotFound
    return matter


def petitioner_of(session: Session, petition: Petition) -> Petitioner:
    """Who petitions."""
    petitioner = session.get(Petitioner, petition.petitioner_id)
    if petitioner is None:
        raise PetitionNotFound
    return petitioner


def unit_of(session: Session, unit_id: str | None) -> Unit:
    """The unit with this id. Raises UnitNotFound."""
    unit = session.get(Unit, unit_id) if unit_id else None
    if unit is None:
        raise UnitNotFound
    return unit


def day_of(now: datetime) -> date:
    """The day in Shanghai."""
    return now.astimezone(SHANGHAI).date()


def alert_at(clock: ClockView) -> str | None:
    """When the watcher of this clock wakes first, as the engine's variables carry it."""
    return clock.next_alert_at.isoformat() if clock.next_alert_at else None
