"""Who has a matter changes while it runs: another unit, or another handler, and why."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

from records.models.petition import new_id
from records.types import Instant, coded


class ChangeKind(StrEnum):
    """What changes."""

    transfer = "transfer"  # the bureau gives it to another unit
    recusal = "recusal"  # a handler has an interest, article 28(3)


class MatterChange(SQLModel, table=True):
    """One change; `before` and `after` are units of a transfer, accounts of a recusal."""

    __tablename__ = "matter_change"

    id: str = Field(default_factory=new_id, primary_key=True, max_length=36)
    matter_id: str = Field(foreign_key="matter.id", index=True, max_length=36)
    kind: ChangeKind = Field(sa_type=coded(ChangeKind))
    before: str = Field(max_length=60)
    after: str = Field(default="", max_length=60)
    reason: str = Field(sa_type=Text)
    recorded_by: str = Field(foreign_key="user.id", max_length=60)
    recorded_at: datetime = Field(sa_type=Instant)
