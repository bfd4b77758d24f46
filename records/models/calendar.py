"""The year calendar as data: editable, with its source; each edition has a version."""

import datetime

from sqlalchemy import BigInteger, Integer
from sqlmodel import Field, SQLModel

from records.types import Instant


class WorkDay(SQLModel, table=True):
    """One day that does not follow the ordinary week, or that is named."""

    __tablename__ = "work_calendar"

    date: datetime.date = Field(primary_key=True)
    kind: str = Field(max_length=30)
    name: str = Field(max_length=60)
    source: str = Field(max_length=120)
    is_provisional: bool = False


class CalendarEdition(SQLModel, table=True):
    """One state of the work calendar; ledger entries name the edition they were computed with."""

    __tablename__ = "calendar_edition"

    id: int | None = Field(
        default=None,
        primary_key=True,
        sa_type=BigInteger().with_variant(Integer, "sqlite"),
    )
    version: str = Field(unique=True, max_length=80)
    loaded_at: datetime.datetime = Field(sa_type=Instant)
