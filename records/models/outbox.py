"""Commands to the engine, written in the transaction that decides them."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Index, Integer
from sqlmodel import Field, SQLModel

from records.types import Instant


class OutboxCommand(SQLModel, table=True):
    """One command. Those with the same `ordering_key` leave in the order they were written."""

    __tablename__ = "outbox_command"

    __table_args__ = (Index("ix_outbox_open", "settled_at", "id"),)

    id: int | None = Field(
        default=None,
        primary_key=True,
        sa_type=BigInteger().with_variant(Integer, "sqlite"),
    )
    kind: str = Field(max_length=40)
    payload: dict[str, Any] = Field(sa_type=JSON)
    ordering_key: str = Field(max_length=120, index=True)
    written_at: datetime = Field(sa_type=Instant)
    attempts: int = 0
    not_before: datetime | None = Field(
        default=None, sa_type=Instant, description="machine time, as leases; empty: at once"
    )
    leased_until: datetime | None = Field(default=None, sa_type=Instant)
    settled_at: datetime | None = Field(default=None, sa_type=Instant)
    result: str | None = Field(default=None, max_length=20, description="done, gone, refused")
    error: str | None = Field(default=None, max_length=500)
