"""What everybody with the query code reads: progress and result, and no names (article 21(2))."""

from datetime import date

from pydantic import BaseModel, Field

from api.shapes.common import Moment, Named
from records.models.petition import PetitionForm


class PublicStepOut(BaseModel):
    """A status that was reached, and when."""

    status: Named
    on: date


class PublicDue(BaseModel):
    """Until when something is to be done, and why that day."""

    name: str
    due_on: date
    reason: str


class PublicDocument(BaseModel):
    """A document that was issued to the petitioner."""

    title: str
    number: str
    issued_on: date
    received_on: date | None = Field(description="the day that counts as receipt")


class PublicAnswer(BaseModel):
    """A message while work goes on; the result is still to come."""

    text: str
    sent_at: Moment


class PublicPart(BaseModel):
    """One claim, or the whole petition before its claims are sorted out (ordinal 0)."""

    ordinal: int
    status: Named
    path: list[PublicStepOut]
    unit: str | None = Field(description="where it went")
    due: list[PublicDue]
    documents: list[PublicDocument]
    interim_answers: list[PublicAnswer]


class PublicPetition(BaseModel):
    """How far the petition has come. What concerns all of it stands in the part 0."""

    number: str
    form: PetitionForm
    received_on: date
    bureau: str
    end: Named | None = Field(description="how it was closed")
    parts: list[PublicPart]
