"""What a person decided otherwise than a decision table proposed, and why."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Text
from sqlmodel import Field, SQLModel

from records.types import Instant


class DecisionOverride(SQLModel, table=True):
    """One proposal that was not followed. Both values are codes by output of the table."""

    __tablename__ = "decision_override"

    task_key: int = Field(sa_type=BigInteger, primary_key=True)
    decision_id: str = Field(primary_key=True, max_length=200)
    petition_id: str = Field(foreign_key="petition.id", index=True, max_length=36)
    evaluation_key: int | None = Field(
        default=None, sa_type=BigInteger, description="the engine's, where the journal knows it"
    )
    proposed: dict[str, Any] = Field(sa_type=JSON)
    decided: dict[str, Any] = Field(sa_type=JSON)
    reason: str = Field(sa_type=Text, description="as written: it stays here")
    decided_by: str = Field(foreign_key="user.id", max_length=60)
    decided_at: datetime = Field(sa_type=Instant)
