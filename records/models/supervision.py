"""Supervision (督办) of a unit, and the suggestion (三项建议) that may come of it; 38 to 40."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import BigInteger, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from law.decision_facts import Adoption
from law.decision_words import SupervisionStep
from records.models.petition import new_id
from records.types import Instant, coded


class SupervisionState(StrEnum):
    """How far a supervision has come."""

    open = "open"
    answered = "answered"  # the unit has fed back
    verified = "verified"  # somebody has looked whether that is so
    closed = "closed"  # 销号


class SupervisionEnd(StrEnum):
    """Why a supervision was closed."""

    corrected = "corrected"  # verified: put right
    done = "done"  # the duty was done before a letter went out
    not_needed = "not_needed"  # the supervisor found that no letter is called for
    advised = "advised"  # it ended in a suggestion


class Verification(StrEnum):
    """How feedback is verified (核实)."""

    phone = "phone"
    on_site = "on_site"


class AdviceKind(StrEnum):
    """The three suggestions (三项建议), article 40."""

    improve = "improve"  # 改进工作
    policy = "policy"  # 完善政策
    liability = "liability"  # 追究责任


class Supervision(SQLModel, table=True):
    """A supervision: what it is about, the step it has reached, feedback, and how it ended.

    A breach opens it (`clock_id`, `due_on`), another event, or a person (`opened_by`, `reason`).
    Only one per matter and trigger runs at a time.
    """

    __table_args__ = (UniqueConstraint("clock_id", "due_on"),)

    id: str = Field(default_factory=new_id, primary_key=True, max_length=36)
    petition_id: str = Field(foreign_key="petition.id", index=True, max_length=36)
    matter_id: str | None = Field(default=None, foreign_key="matter.id", max_length=36)
    unit_id: str = Field(
        foreign_key="unit.id", index=True, max_length=60, description="who is supervised"
    )
    trigger: str = Field(max_length=40, description="law.decision_facts.SupervisionTrigger")
    clock_id: str | None = Field(default=None, foreign_key="clock.id", max_length=36)
    due_on: date | None = Field(default=None, description="the day that passed")
    opened_at: datetime = Field(sa_type=Instant)
    opened_by: str = Field(default="engine", max_length=60, description="user id, or `engine`")
    reason: str = Field(default="", max_length=1000, description="of one opened by hand")
    instance_key: int | None = Field(default=None, sa_type=BigInteger, index=True)

    step: SupervisionStep = Field(
        default=SupervisionStep.none, sa_type=coded(SupervisionStep), description="done last"
    )
    step_on: date | None = None
    state: SupervisionState = Field(default=SupervisionState.open, sa_type=coded(SupervisionState))
    feedback_due_on: date | None = Field(default=None, description="last day of D17a")
    missed_on: date | None = Field(default=None, description="last day that passed without any")
    feedback: str | None = Field(default=None, sa_type=Text)
    feedback_on: date | None = None
    verification: Verification | None = Field(default=None, sa_type=coded(Verification))
    verified_on: date | None = None
    is_corrected: bool | None = None
    end: SupervisionEnd | None = Field(default=None, sa_type=coded(SupervisionEnd))
    closed_at: datetime | None = Field(default=None, sa_type=Instant)


class Advice(SQLModel, table=True):
    """One suggestion: root causes (三查), what is suggested, and what the addressee makes of it."""

    __tablename__ = "advice"

    id: str = Field(default_factory=new_id, primary_key=True, max_length=36)
    supervision_id: str = Field(foreign_key="supervision.id", unique=True, max_length=36)
    petition_id: str = Field(foreign_key="petition.id", index=True, max_length=36)
    unit_id: str = Field(foreign_key="unit.id", index=True, max_length=60, description="addressee")
    kind: AdviceKind = Field(sa_type=coded(AdviceKind))
    duty_causes: str = Field(sa_type=Text, description="how the duty was done")
    policy_causes: str = Field(sa_type=Text, description="what policy lacks")
    conduct_causes: str = Field(sa_type=Text, description="who answers for it")
    suggestion: str = Field(sa_type=Text)
    drafted_by: str = Field(foreign_key="user.id", max_length=60)
    issued_on: date | None = None
    due_on: date | None = Field(default=None, description="last day of D17")
    adoption: Adoption | None = Field(default=None, sa_type=coded(Adoption))
    adoption_reason: str | None = Field(default=None, sa_type=Text)
    answered_on: date | None = None
