"""Who holds a task, and what was decided in it."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger
from sqlmodel import Field, SQLModel

from records.types import Instant


class TaskHold(SQLModel, table=True):
    """Who has claimed a task. The row decides who wins; the engine is told through the outbox."""

    __tablename__ = "task_hold"

    task_key: int = Field(sa_type=BigInteger, primary_key=True)
    user_id: str = Field(foreign_key="user.id", index=True, max_length=60)
    held_at: datetime = Field(sa_type=Instant)


class TaskDecision(SQLModel, table=True):
    """The form as it was handed in. Stays here: only routing values go to the engine."""

    __tablename__ = "task_decision"

    task_key: int = Field(sa_type=BigInteger, primary_key=True)
    petition_id: str = Field(foreign_key="petition.id", index=True, max_length=36)
    matter_id: str | None = Field(default=None, foreign_key="matter.id", index=True, max_length=36)
    supervision_id: str | None = Field(
        default=None, foreign_key="supervision.id", index=True, max_length=36
    )
    element_id: str = Field(max_length=200)
    form_key: int | None = Field(default=None, sa_type=BigInteger)
    data: dict[str, Any] = Field(sa_type=JSON)
    decided_by: str = Field(foreign_key="user.id", max_length=60)
    decided_for: str | None = Field(
        default=None,
        foreign_key="user.id",
        max_length=60,
        description="whom the person who decided stood in for",
    )
    decided_at: datetime = Field(sa_type=Instant)
