"""What people are told: in the page, by e-mail, by SMS; and what each of them wants to be told."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, BigInteger, Index, Integer, UniqueConstraint
from sqlmodel import Field, SQLModel

from records.types import Instant, coded

_SERIAL = BigInteger().with_variant(Integer, "sqlite")


class NotificationKind(StrEnum):
    """Why somebody is told."""

    task_assigned = "task_assigned"
    task_urged = "task_urged"
    clock_warned = "clock_warned"
    clock_breached = "clock_breached"
    matter_returned = "matter_returned"
    opinion_asked = "opinion_asked"
    daily_list = "daily_list"


class Channel(StrEnum):
    """How somebody is told."""

    page = "page"
    email = "email"
    sms = "sms"


class Notification(SQLModel, table=True):
    """One person is told one thing once: `event_key` recognises a repetition.

    Ids, codes and days only. What people wrote is not repeated here, nor who petitions.
    """

    __table_args__ = (
        UniqueConstraint("user_id", "event_key"),
        Index("ix_notification_person", "user_id", "is_in_page", "id"),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=_SERIAL)
    user_id: str = Field(foreign_key="user.id", max_length=60)
    kind: NotificationKind = Field(sa_type=coded(NotificationKind))
    event_key: str = Field(max_length=160)
    petition_id: str | None = Field(
        default=None, foreign_key="petition.id", index=True, max_length=36
    )
    matter_id: str | None = Field(default=None, foreign_key="matter.id", max_length=36)
    is_sealed: bool = Field(default=False, description="a step of the sealed desk")
    task_key: int | None = Field(default=None, sa_type=BigInteger)
    element_id: str | None = Field(default=None, max_length=200)
    clock_code: str | None = Field(default=None, max_length=10)
    due_on: date | None = None
    items: list[dict[str, Any]] = Field(
        default_factory=list, sa_type=JSON, description="of a daily list: petition, step, day"
    )
    is_in_page: bool = True
    at: datetime = Field(sa_type=Instant)
    read_at: datetime | None = Field(default=None, sa_type=Instant)


class NotificationDelivery(SQLModel, table=True):
    """A notification on its way by e-mail or SMS; sent after the commit, until it is accepted."""

    __tablename__ = "notification_delivery"

    __table_args__ = (
        UniqueConstraint("notification_id", "channel"),
        Index("ix_notification_delivery_open", "settled_at", "id"),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=_SERIAL)
    notification_id: int = Field(foreign_key="notification.id", sa_type=_SERIAL)
    channel: Channel = Field(sa_type=coded(Channel))
    attempts: int = 0
    not_before: datetime | None = Field(
        default=None, sa_type=Instant, description="machine time, as leases; empty: at once"
    )
    leased_until: datetime | None = Field(default=None, sa_type=Instant)
    settled_at: datetime | None = Field(default=None, sa_type=Instant)
    result: str | None = Field(default=None, max_length=20, description="sent, gone, refused")
    error: str | None = Field(default=None, max_length=100, description="a code, never an address")


class NotificationChoice(SQLModel, table=True):
    """A channel that somebody has switched on or off for one kind; others are as shipped."""

    __tablename__ = "notification_choice"

    user_id: str = Field(foreign_key="user.id", primary_key=True, max_length=60)
    kind: NotificationKind = Field(sa_type=coded(NotificationKind), primary_key=True)
    channel: Channel = Field(sa_type=coded(Channel), primary_key=True)
    is_on: bool


class UserSetting(SQLModel, table=True):
    """What somebody has set for themself: where they are reached, how pages look and listen."""

    __tablename__ = "user_setting"

    user_id: str = Field(foreign_key="user.id", primary_key=True, max_length=60)
    email: str = Field(default="", max_length=254)
    mobile: str = Field(default="", max_length=20)
    is_large: bool = Field(default=False, description="大字模式")
    has_shortcuts: bool = Field(default=True, description="keys without Ctrl, WCAG 2.1.4")


class DailyListRun(SQLModel, table=True):
    """The daily lists of this day have been made: whatever is restarted, not again."""

    __tablename__ = "daily_list_run"

    day: date = Field(primary_key=True)
    made_at: datetime = Field(sa_type=Instant)
