"""Work around a task: what changed in it, who was asked, urged or told what, and drafts."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from records.models.petition import new_id
from records.types import Instant


class TaskChange(SQLModel, table=True):
    """One change of a task. The number of its last change is the version of the task.

    The primary key lets one of two who change it at the same moment win.
    """

    __tablename__ = "task_change"

    task_key: int = Field(sa_type=BigInteger, primary_key=True)
    version: int = Field(primary_key=True)
    kind: str = Field(max_length=40)
    actor: str = Field(foreign_key="user.id", max_length=60)
    about: str | None = Field(default=None, foreign_key="user.id", max_length=60)
    at: datetime = Field(sa_type=Instant)


class TaskDelegation(SQLModel, table=True):
    """A task given to a colleague with a question; it comes back to its owner (委托)."""

    __tablename__ = "task_delegation"

    id: str = Field(default_factory=new_id, primary_key=True, max_length=36)
    task_key: int = Field(sa_type=BigInteger, index=True)
    owner_id: str = Field(foreign_key="user.id", index=True, max_length=60)
    delegate_id: str = Field(foreign_key="user.id", max_length=60)
    question: str = Field(sa_type=Text)
    may_complete: bool = False
    given_at: datetime = Field(sa_type=Instant)
    answer: str = Field(default="", sa_type=Text)
    end: str | None = Field(default=None, max_length=20)
    ended_at: datetime | None = Field(default=None, sa_type=Instant)


class TaskOpinion(SQLModel, table=True):
    """An opinion asked of a co-worker (加签, of several: 会签), and what they said."""

    __tablename__ = "task_opinion"

    id: str = Field(default_factory=new_id, primary_key=True, max_length=36)
    task_key: int = Field(sa_type=BigInteger, index=True)
    asked_by: str = Field(foreign_key="user.id", max_length=60)
    asked_of: str = Field(foreign_key="user.id", index=True, max_length=60)
    question: str = Field(sa_type=Text)
    asked_at: datetime = Field(sa_type=Instant)
    stance: str | None = Field(default=None, max_length=20)
    answer: str = Field(default="", sa_type=Text)
    answered_at: datetime | None = Field(default=None, sa_type=Instant)
    withdrawn_at: datetime | None = Field(default=None, sa_type=Instant)


class TaskUrge(SQLModel, table=True):
    """Somebody urged whoever has the task (催办): at most once a day."""

    __tablename__ = "task_urge"
    __table_args__ = (UniqueConstraint("task_key", "urged_by", "urged_on"),)

    id: str = Field(default_factory=new_id, primary_key=True, max_length=36)
    task_key: int = Field(sa_type=BigInteger, index=True)
    urged_by: str = Field(foreign_key="user.id", max_length=60)
    urged_on: date
    urged_at: datetime = Field(sa_type=Instant)
    text: str = Field(sa_type=Text)


class TaskRemark(SQLModel, table=True):
    """A note at a task, for colleagues. `kind` says why it was written."""

    __tablename__ = "task_remark"

    id: str = Field(default_factory=new_id, primary_key=True, max_length=36)
    task_key: int = Field(sa_type=BigInteger, index=True)
    kind: str = Field(max_length=30)
    text: str = Field(sa_type=Text)
    written_by: str = Field(foreign_key="user.id", max_length=60)
    written_at: datetime = Field(sa_type=Instant)


class TaskDraft(SQLModel, table=True):
    """A form as typed so far, of one person; gone once the task is decided.

    `origin` names the tab that saved it last: that tab may go on without having heard the answer.
    """

    __tablename__ = "task_draft"

    task_key: int = Field(sa_type=BigInteger, primary_key=True)
    user_id: str = Field(foreign_key="user.id", primary_key=True, max_length=60)
    version: int
    origin: str = Field(max_length=40)
    data: dict[str, Any] = Field(sa_type=JSON)
    saved_at: datetime = Field(sa_type=Instant)
