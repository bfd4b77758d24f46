"""Entering and ending absences."""

from datetime import datetime

from sqlmodel import Session

from api.shapes.absence import AbsenceIn
from api.shapes.common import shanghai
from records.absences import NewAbsence, enter_absence
from records.models import Absence
from records.person import Person


def enter(session: Session, person: Person, given: AbsenceIn, *, now: datetime) -> Absence:
    """Note it. Raises what records.absences.enter_absence raises."""
    new = NewAbsence(
        user_id=given.person or person.id,
        deputy_id=given.deputy,
        first_day=given.first_day,
        last_day=given.last_day,
    )
    return enter_absence(session, person, new, now=now, today=shanghai(now).date())
