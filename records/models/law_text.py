"""Texts of laws as an office has loaded them: editions beside each other, none in the product."""

from datetime import date, datetime

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

from records.types import Instant


class LawText(SQLModel, table=True):
    """One paragraph (item 0), or one item of it. `edition` is the day the text came into force."""

    __tablename__ = "law_text"

    source: str = Field(primary_key=True, max_length=60)
    edition: date = Field(primary_key=True)
    article: int = Field(primary_key=True)
    paragraph: int = Field(primary_key=True)
    item: int = Field(primary_key=True)
    chapter: str = Field(max_length=300)
    text: str = Field(sa_type=Text)
    loaded_at: datetime = Field(sa_type=Instant)
    loaded_by: str = Field(max_length=60)
