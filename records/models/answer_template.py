"""Template texts for answers (答复模板), kept by each unit for its steps."""

from datetime import datetime

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

from records.models.petition import new_id
from records.types import Instant


class AnswerTemplate(SQLModel, table=True):
    """A text of a unit to begin an answer with; `{编号}` and the like are filled in when used."""

    __tablename__ = "answer_template"

    id: str = Field(default_factory=new_id, primary_key=True, max_length=36)
    unit_id: str = Field(foreign_key="unit.id", index=True, max_length=60)
    element_id: str = Field(default="", max_length=200, description="step; empty: every step")
    title: str = Field(max_length=100)
    text: str = Field(sa_type=Text)
    changed_by: str = Field(foreign_key="user.id", max_length=60)
    changed_at: datetime = Field(sa_type=Instant)
