"""The inbox as it is read: one row per open task and group, and what each person has set.

Everything in `InboxEntry` and `InboxText` is repeated from elsewhere and can be made anew
(records.inbox); nothing is decided here.
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Index, Integer, String, Text
from sqlalchemy.types import TypeEngine
from sqlmodel import Field, SQLModel

from records.models.petition import new_id
from records.types import Instant

WIDE = BigInteger().with_variant(Integer, "sqlite")
# What has no day sorts behind everything that has one.
NO_DAY = date(9999, 12, 31)


def _plain(length: int) -> TypeEngine[str]:
    """A text that is sorted by its characters alone, as in Python and in SQLite."""
    plain = String(length, collation="C")
    return String(length).with_variant(plain, "postgresql")


class InboxEntry(SQLModel, table=True):
    """An open task in one of its groups. A task of several groups has several, numbered from 0.

    Every order that a list can have is an index, behind the group or behind the number 0.
    """

    __tablename__ = "inbox_entry"

    task_key: int = Field(
        primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False}
    )
    group_name: str = Field(primary_key=True, max_length=200, description="role@unit")
    ordinal: int
    unit_id: str = Field(sa_type=_plain(200), description="of the group")
    candidate_groups: str = Field(sa_type=Text, description="JSON list")
    element_id: str = Field(max_length=200)
    definition_key: int = Field(sa_type=BigInteger)
    created_at: int = Field(sa_type=BigInteger, description="epoch milliseconds, as the journal")
    arrived: int = Field(
        sa_type=BigInteger, index=True, description="journal.user_task_change.seq it came with"
    )
    holder_id: str | None = Field(default=None, index=True, max_length=60)
    petition_id: str | None = Field(default=None, index=True, max_length=100)
    matter_id: str | None = Field(default=None, max_length=36)
    number: str = Field(default="", sa_type=_plain(40))
    subject: str | None = Field(default=None, max_length=300)
    received_on: date = NO_DAY
    due_on: date = Field(default=NO_DAY, description="of the running clock that ends first")
    category: str | None = Field(default=None, max_length=30)
    form: str | None = Field(default=None, max_length=30)
    content_class: str | None = Field(default=None, max_length=12)
    flags: str = Field(default="", max_length=2000, description="codes, a blank around each")
    is_sealed: bool = False

    __table_args__ = (
        Index("ix_inbox_group_due", "group_name", "due_on", "task_key"),
        Index("ix_inbox_group_created", "group_name", "created_at", "task_key"),
        Index("ix_inbox_group_received", "group_name", "received_on", "task_key"),
        Index("ix_inbox_group_number", "group_name", "number", "task_key"),
        Index("ix_inbox_all_due", "ordinal", "due_on", "task_key"),
        Index("ix_inbox_all_created", "ordinal", "created_at", "task_key"),
        Index("ix_inbox_all_received", "ordinal", "received_on", "task_key"),
        Index("ix_inbox_all_number", "ordinal", "number", "task_key"),
        Index("ix_inbox_all_unit", "ordinal", "unit_id", "due_on", "task_key"),
        Index("ix_inbox_count", "group_name", "is_sealed", "holder_id", "task_key"),
        Index("ix_inbox_count_all", "ordinal", "is_sealed"),
        Index("ix_inbox_step", "is_sealed", "element_id", "definition_key"),
        Index("ix_inbox_class", "content_class"),
    )


class InboxText(SQLModel, table=True):
    """What is searched of a petition with open tasks: number, subject, names, claims.

    Which pieces of text it holds is in the index beside it (records.inbox.index).
    """

    __tablename__ = "inbox_text"

    id: int | None = Field(default=None, primary_key=True, sa_type=WIDE)
    petition_id: str = Field(unique=True, max_length=36)
    text: str = Field(sa_type=Text)


class InboxStale(SQLModel, table=True):
    """A notice that entries no longer say what the case says; written by triggers."""

    __tablename__ = "inbox_stale"

    id: int | None = Field(default=None, primary_key=True, sa_type=WIDE)
    petition_id: str | None = Field(default=None, max_length=100)
    task_key: int | None = Field(default=None, sa_type=BigInteger)


class InboxMark(SQLModel, table=True):
    """How far the changes of the journal's tasks have been taken in; one row."""

    __tablename__ = "inbox_mark"

    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    seq: int = Field(sa_type=BigInteger)


class InboxSeen(SQLModel, table=True):
    """That a person has opened a task; the row goes when the task ends."""

    __tablename__ = "inbox_seen"

    task_key: int = Field(
        primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False}
    )
    user_id: str = Field(primary_key=True, foreign_key="user.id", max_length=60)


class InboxFilterKept(SQLModel, table=True):
    """A filter, kept here so that a name somebody looks for is in no address.

    Without a name it is the one a page shows; with a name it is saved; with a unit, shared.
    """

    __tablename__ = "inbox_filter"

    id: str = Field(default_factory=new_id, primary_key=True, max_length=36)
    user_id: str = Field(foreign_key="user.id", index=True, max_length=60)
    name: str = Field(default="", max_length=60)
    unit_id: str | None = Field(default=None, foreign_key="unit.id", index=True, max_length=60)
    spec: dict[str, Any] = Field(sa_type=JSON)
    kept_at: datetime = Field(sa_type=Instant)


class InboxChoice(SQLModel, table=True):
    """Which columns a person sees, and in which order the list comes."""

    __tablename__ = "inbox_choice"

    user_id: str = Field(foreign_key="user.id", primary_key=True, max_length=60)
    columns: list[str] = Field(sa_type=JSON)
    sort: str = Field(default="due", max_length=20)
