"""What somebody has typed into the form of filing and not filed yet."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from records.types import Instant


class FilingDraft(SQLModel, table=True):
    """One form, kept as typed for the one who types. Its id is the `source_id` of the form.

    `fields` are pairs of name and text in the order of the form, as the browser would send them.
    """

    __tablename__ = "filing_draft"

    id: str = Field(primary_key=True, max_length=100)
    user_id: str = Field(foreign_key="user.id", index=True, max_length=60)
    fields: list[Any] = Field(sa_type=JSON)
    saved_at: datetime = Field(sa_type=Instant)
