"""What an office has set for a clock: dated, never changed, never removed."""

from datetime import date, datetime

from sqlalchemy import BigInteger, Integer
from sqlmodel import Field, SQLModel

from records.types import Instant


class ClockSetting(SQLModel, table=True):
    """The office's whole setting of a clock from a day on; what is empty is as the rule says."""

    __tablename__ = "clock_setting"

    id: int | None = Field(
        default=None,
        primary_key=True,
        sa_type=BigInteger().with_variant(Integer, "sqlite"),
    )
    code: str = Field(max_length=10, index=True)
    in_force_from: date
    length: int | None = None
    unit: str | None = Field(default=None, max_length=20)
    roll: str | None = Field(default=None, max_length=20)
    pause: bool | None = None
    reason: str = Field(max_length=1000)
    basis: str = Field(max_length=200, description="id of law.sources")
    applies_to_running: bool = False
    set_by: str = Field(max_length=60)
    set_at: datetime = Field(sa_type=Instant)
