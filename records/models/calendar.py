"""The year calendar as data: every edition stays readable for ever, with where it came from."""

import datetime
from enum import StrEnum

from sqlalchemy import BigInteger, Integer
from sqlmodel import Field, SQLModel

from records.types import Instant, coded


class EditionKind(StrEnum):
    """What made an edition."""

    seed = "seed"
    notice = "notice"
    edit = "edit"


class CalendarEdition(SQLModel, table=True):
    """One state of the work calendar; ledger entries name the edition they were computed with."""

    __tablename__ = "calendar_edition"

    id: int | None = Field(
        default=None,
        primary_key=True,
        sa_type=BigInteger().with_variant(Integer, "sqlite"),
    )
    version: str = Field(unique=True, max_length=80)
    kind: EditionKind = Field(sa_type=coded(EditionKind))
    source: str = Field(max_length=200, description="the notice's number, or what was edited")
    reason: str = Field(default="", max_length=1000)
    actor: str = Field(max_length=60, description="user id, or `setup`")
    loaded_at: datetime.datetime = Field(sa_type=Instant)


class WorkDay(SQLModel, table=True):
    """One day that does not follow the ordinary week, or that is named.

    It holds from edition `edition_from` on, until edition `edition_to` has it otherwise.
    """

    __tablename__ = "work_calendar"

    date: datetime.date = Field(primary_key=True)
    edition_from: int = Field(
        foreign_key="calendar_edition.id", primary_key=True, sa_type=BigInteger
    )
    edition_to: int | None = Field(
        default=None, foreign_key="calendar_edition.id", sa_type=BigInteger
    )
    kind: str = Field(max_length=30)
    name: str = Field(max_length=60)
    source: str = Field(max_length=120, description="id of law.sources")
    is_provisional: bool = False
