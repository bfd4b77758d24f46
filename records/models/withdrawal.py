"""A petitioner takes a petition back (撤回): the written statement, and who recorded it."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from records.models.petition import new_id
from records.types import Instant


class Withdrawal(SQLModel, table=True):
    """One statement. What it ends is up to the process; it is kept also where that goes on."""

    id: str = Field(default_factory=new_id, primary_key=True, max_length=36)
    petition_id: str = Field(foreign_key="petition.id", index=True, max_length=36)
    reason: str = Field(max_length=1000)
    recorded_by: str = Field(foreign_key="user.id", max_length=60)
    recorded_at: datetime = Field(sa_type=Instant)
