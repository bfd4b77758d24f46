"""What the sealed desk sees of its cases (article 30)."""

from datetime import date

from pydantic import BaseModel, Field

from api.shapes.common import Moment, Named
from records.models.petition import Category


class SealedCase(BaseModel):
    """One report. `feedback`: given, not_given, or null while the organ in charge is silent."""

    number: str
    subject: str
    received_on: date
    category: Category | None
    organ: str | None = Field(description="to whom it was handed over")
    handed_over_at: Moment | None
    feedback: str | None
    closed_at: Moment | None


class SealedCases(BaseModel):
    """The cases of the desk, newest first; send `next` as `cursor` for the following ones."""

    cases: list[SealedCase]
    next: str | None


class LookOut(BaseModel):
    """Who looked, when, and at what: case, list, a step, or a document."""

    at: Moment
    actor: Named
    what: str


class Looks(BaseModel):
    """Every look at a case, newest first."""

    looks: list[LookOut]
