"""Who is away, and who stands in meanwhile (代理)."""

from datetime import date, datetime
from uuid import uuid4

from sqlmodel import Field, SQLModel

from records.types import Instant


class Absence(SQLModel, table=True):
    """A person is away from the first day to the last, both counted; the deputy does their work.

    Nothing is handed over: what the person holds stays theirs, and is there when they come back.
    `ended_at` is set when the absence was called off or ended before its last day.
    """

    id: str = Field(default_factory=lambda: str(uuid4()), primary_key=True, max_length=36)
    user_id: str = Field(foreign_key="user.id", index=True, max_length=60)
    deputy_id: str = Field(foreign_key="user.id", index=True, max_length=60)
    first_day: date
    last_day: date
    entered_by: str = Field(foreign_key="user.id", max_length=60)
    entered_at: datetime = Field(sa_type=Instant)
    ended_at: datetime | None = Field(default=None, sa_type=Instant)
