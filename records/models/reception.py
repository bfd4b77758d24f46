"""The queue of a window (接待窗口): who came, who received them, and how the visit ended."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from records.models.petition import new_id
from records.types import Instant, coded


class Unregistered(StrEnum):
    """Why a visit ended without a petition."""

    left = "left"  # 等候中离开
    asked = "asked"  # 咨询，当场解答
    progress = "progress"  # 查询进展
    supplement = "supplement"  # 为已登记的信访件补充材料
    elsewhere = "elsewhere"  # 引导到有权处理的机关
    other = "other"


class Visitor(SQLModel, table=True):
    """One who came to the window; numbers run from 1 on each day.

    Waiting until `called_at`, received until `ended_at`. The end is a petition, or a reason.
    """

    __table_args__ = (UniqueConstraint("unit_id", "on", "number"),)

    id: str = Field(default_factory=new_id, primary_key=True, max_length=36)
    unit_id: str = Field(foreign_key="unit.id", max_length=60)
    on: date
    number: int
    name: str = Field(default="", max_length=200, description="empty for who gave none")
    phone: str | None = Field(default=None, max_length=50)
    about: str = Field(default="", max_length=300)
    people: int = Field(default=1)
    arrived_at: datetime = Field(sa_type=Instant)
    called_at: datetime | None = Field(default=None, sa_type=Instant)
    received_by: str | None = Field(default=None, foreign_key="user.id", index=True, max_length=60)
    ended_at: datetime | None = Field(default=None, sa_type=Instant)
    petition_id: str | None = Field(
        default=None, foreign_key="petition.id", index=True, max_length=36
    )
    unregistered: Unregistered | None = Field(default=None, sa_type=coded(Unregistered))
    note: str = Field(default="", sa_type=Text)
