"""Requests for review and re-review: as they are handed in, and as the case page shows them."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from api.shapes.common import Code, LongText, Moment, Named
from api.shapes.requests import Name, Note, Reason
from law.decision_facts import ReviewStage
from law.review import Applicant, RefusalReason, ReviewOutcome, ReviewState

Reference = Annotated[Name, StringConstraints(min_length=1)]


class ReviewRequestIn(BaseModel):
    """The petitioner asks for review or re-review (articles 35 and 36), in writing."""

    model_config = ConfigDict(extra="forbid")

    level: ReviewStage
    requested_on: date = Field(description="the day the unit asked received it")
    posted_on: date | None = Field(default=None, description="of the postmark, it counts")
    reference: Reference = Field(description="of the written request on file")
    reasons: LongText
    applicant: Applicant = Applicant.petitioner
    people: int = Field(default=1, ge=1, le=100_000)
    representatives: int = Field(default=0, ge=0, le=1000)
    just_cause: Note = Field(default="", description="why it comes late")
    missing: list[Code] = Field(default=[], description="what the request lacks", max_length=10)
    unit: Code | None = Field(default=None, description="who was asked, if not the unit above")


class ReviewWithdrawalIn(BaseModel):
    """The request is taken back."""

    model_config = ConfigDict(extra="forbid")

    reason: Reason
    is_written: bool = Field(description="a signed statement is on file")


class ReviewCompletionIn(BaseModel):
    """What the request lacked was handed in."""

    model_config = ConfigDict(extra="forbid")

    on: date


class ReviewOut(BaseModel):
    """One request. `may`: withdraw, complete."""

    matter: int
    ordinal: int
    level: ReviewStage
    unit: Named
    applicant: Applicant
    people: int
    requested_on: date
    posted_on: date | None
    reference: str
    reasons: str
    state: ReviewState
    completion_asked_on: date | None
    completed_on: date | None
    accepted_on: date | None
    refusal_reason: RefusalReason | None
    outcome: ReviewOutcome | None
    issued_on: date | None
    served_on: date | None
    final_on: date | None
    recorded_by: Named
    recorded_at: Moment
    may: list[str] = []
