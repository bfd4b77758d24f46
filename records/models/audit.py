"""Who did what to which case, and when."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Integer
from sqlmodel import Field, SQLModel

from records.types import Instant


class AuditEntry(SQLModel, table=True):
    """One act. Append-only; the detail holds ids and codes, no personal data."""

    __tablename__ = "audit_entry"

    id: int | None = Field(
        default=None,
        primary_key=True,
        sa_type=BigInteger().with_variant(Integer, "sqlite"),
    )
    at: datetime = Field(sa_type=Instant)
    actor: str = Field(max_length=60, index=True)
    action: str = Field(max_length=60)
    petition_id: str | None = Field(default=None, index=True, max_length=36)
    detail: dict[str, Any] = Field(sa_type=JSON)
