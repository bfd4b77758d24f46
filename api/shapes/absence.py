"""Absences and deputies."""

from datetime import date

from pydantic import BaseModel, Field

from api.shapes.common import Code, Moment, Named


class AbsenceIn(BaseModel):
    """Who is away from when to when, both days counted, and who stands in."""

    person: Code | None = Field(None, description="user id; without it oneself")
    deputy: Code = Field(description="user id of who stands in")
    first_day: date
    last_day: date


class AbsenceOut(BaseModel):
    """An absence, running or to come."""

    id: str
    person: Named
    deputy: Named
    first_day: date
    last_day: date
    is_running: bool = Field(description="the deputy stands in today")
    may_end: bool = Field(description="you may end it")
    entered_by: Named
    entered_at: Moment


class Absences(BaseModel):
    """Absences by first day."""

    absences: list[AbsenceOut]
