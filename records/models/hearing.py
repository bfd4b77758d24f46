"""Hearings (听证, articles 31(六) and 36(2)): what was arranged, and what became of it."""

from datetime import date, datetime

from sqlalchemy import Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from law.hearing import ClosedGround, HearingPhase, HearingResult
from records.models.petition import new_id
from records.types import Instant, coded


class Hearing(SQLModel, table=True):
    """One arrangement of a hearing; one that is postponed is followed by another row.

    Phase, review, unit and day of the notice are noted when the notice goes out.
    """

    __table_args__ = (UniqueConstraint("matter_id", "ordinal"),)

    id: str = Field(default_factory=new_id, primary_key=True, max_length=36)
    matter_id: str = Field(foreign_key="matter.id", index=True, max_length=36)
    ordinal: int
    phase: HearingPhase | None = Field(default=None, sa_type=coded(HearingPhase))
    review_id: str | None = Field(default=None, max_length=36, description="of a review, if any")
    unit_id: str | None = Field(default=None, foreign_key="unit.id", max_length=60)
    notice_sent_on: date | None = Field(default=None, description="D20 and the pause count from it")

    planned_on: date
    planned_time: str = Field(default="", max_length=100)
    place: str = Field(max_length=500)
    chair_id: str = Field(foreign_key="user.id", max_length=60)
    members: str = Field(default="", max_length=1000, description="names")
    is_public: bool = True
    closed_ground: ClosedGround | None = Field(default=None, sa_type=coded(ClosedGround))
    arranged_by: str = Field(foreign_key="user.id", max_length=60)
    arranged_at: datetime = Field(sa_type=Instant)

    result: HearingResult | None = Field(default=None, sa_type=coded(HearingResult))
    held_on: date | None = None
    record: str = Field(default="", sa_type=Text, description="听证笔录")
    record_signed_by: str = Field(default="", max_length=500, description="names")
    conclusion: str = Field(default="", sa_type=Text)
    concluded_on: date | None = Field(default=None, description="the clock counts again from it on")
    reason: str = Field(default="", max_length=1000, description="of a postponement or waiver")
