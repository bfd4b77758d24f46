"""A request for review (复查) or re-review (复核) of an opinion, and what came of it."""

from datetime import date, datetime

from sqlalchemy import BigInteger, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from law.decision_facts import ReviewStage
from law.review import Applicant, RefusalReason, ReviewOutcome, ReviewState
from records.models.petition import Outcome, new_id
from records.types import Instant, coded


class Review(SQLModel, table=True):
    """One request about one matter, from its receipt to its opinion. Texts stay here.

    `old_*` is what a revoked opinion said, so that it is not repeated on the same facts.
    """

    __table_args__ = (UniqueConstraint("matter_id", "ordinal"),)

    id: str = Field(default_factory=new_id, primary_key=True, max_length=36)
    petition_id: str = Field(foreign_key="petition.id", index=True, max_length=36)
    matter_id: str = Field(foreign_key="matter.id", index=True, max_length=36)
    ordinal: int = Field(description="1 for the first request about the matter")
    level: ReviewStage = Field(sa_type=coded(ReviewStage))
    unit_id: str = Field(foreign_key="unit.id", index=True, max_length=60, description="asked")
    previous_id: str | None = Field(
        default=None, foreign_key="review.id", max_length=36, description="of a re-review"
    )
    instance_key: int | None = Field(default=None, sa_type=BigInteger)

    applicant: Applicant = Field(sa_type=coded(Applicant))
    people: int = 1
    representatives: int = 0
    requested_on: date = Field(description="received by the unit")
    posted_on: date | None = Field(default=None, description="of the postmark, it counts")
    reference: str = Field(max_length=200, description="of the written request on file")
    reasons: str = Field(sa_type=Text)
    just_cause: str = Field(default="", max_length=1000, description="why it comes late")
    missing: str = Field(default="", max_length=200, description="codes of what lacks, by comma")
    recorded_by: str = Field(foreign_key="user.id", max_length=60)
    recorded_at: datetime = Field(sa_type=Instant)

    state: ReviewState = Field(default=ReviewState.handling, sa_type=coded(ReviewState))
    completion_asked_on: date | None = None
    completed_on: date | None = Field(default=None, description="what lacked was handed in")
    accepted_on: date | None = None
    refusal_reason: RefusalReason | None = Field(default=None, sa_type=coded(RefusalReason))
    where_to_go: str = Field(default="", sa_type=Text, description="what a refusal advises")
    outcome: ReviewOutcome | None = Field(default=None, sa_type=coded(ReviewOutcome))
    facts: str | None = Field(default=None, sa_type=Text)
    answer: str | None = Field(default=None, sa_type=Text)
    legal_basis: str | None = Field(default=None, sa_type=Text)
    redo_until: date | None = Field(default=None, description="set by the opinion, D16")
    signed_at: datetime | None = Field(default=None, sa_type=Instant)
    signed_by: str | None = Field(default=None, foreign_key="user.id", max_length=60)
    issued_on: date | None = None
    served_on: date | None = Field(default=None, description="receipt of its opinion, starts D09")
    withdrawal_reason: str = Field(default="", max_length=1000)
    ended_at: datetime | None = Field(default=None, sa_type=Instant)
    final_on: date | None = Field(default=None, description="the matter is closed for good")
    is_published: bool = False

    old_round: int | None = Field(default=None, description="of the matter, as reviewed")
    old_outcome: Outcome | None = Field(default=None, sa_type=coded(Outcome))
    old_facts: str | None = Field(default=None, sa_type=Text)
    old_answer: str | None = Field(default=None, sa_type=Text)
