"""Statutory clocks: an append-only ledger each; the due date is derived, never typed."""

from datetime import date, datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from records.models.petition import new_id
from records.types import Instant


class Clock(SQLModel, table=True):
    """One period of one case. `due_on` and the flags repeat what the ledger says, for sorting."""

    id: str = Field(default_factory=new_id, primary_key=True, max_length=36)
    petition_id: str = Field(foreign_key="petition.id", index=True, max_length=36)
    matter_id: str | None = Field(default=None, foreign_key="matter.id", index=True, max_length=36)
    subject: str = Field(
        default="",
        max_length=36,
        description="id of the supervision or suggestion, of which a matter may have several",
    )
    code: str = Field(max_length=10, description="D05 and so on, law.clock_rules")
    due_on: date = Field(index=True)
    is_running: bool = True
    is_breached: bool = False


class ClockEvent(SQLModel, table=True):
    """One entry of a clock's ledger; never changed, never removed."""

    __tablename__ = "clock_event"

    __table_args__ = (
        UniqueConstraint("clock_id", "ordinal"),
        UniqueConstraint("clock_id", "entry_key"),
    )

    id: str = Field(default_factory=new_id, primary_key=True, max_length=36)
    clock_id: str = Field(foreign_key="clock.id", index=True, max_length=36)
    ordinal: int
    entry_key: str = Field(
        max_length=120, description="what makes a repetition recognisable, unique per clock"
    )
    alert_key: str = Field(default="", max_length=80)
    kind: str = Field(max_length=30)
    on: date
    days: int | None = None
    until: date | None = None
    reason: str = Field(default="", max_length=1000)
    basis: str = Field(default="", max_length=200)
    calendar_version: str = Field(max_length=80)
    actor: str = Field(max_length=60, description="user id, or `engine`")
    recorded_at: datetime = Field(sa_type=Instant)
