"""The sender of an office as tests see it, and a task somebody was given."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlmodel import col, select

from api.notifications.channels import Message, MessageChannel, NotSentYet
from api.notifications.daily import DailyLists
from api.notifications.sender import NotificationSender
from records.models import NotificationDelivery, Petition, UserSetting
from records.models.notification import Channel, NotificationKind
from records.notifications.notify import About, notify
from records.notifications.queue import DeliveryQueue
from settings import Settings
from tests.api.office import Office

EMAIL, MOBILE = "handler@example.test", "10000000000"
# What is written in the petition of the office: none of it may leave.
PERSONAL = ("小区电梯停用", "老人上下楼困难", "某信访人", "000-0000")


@dataclass
class Kept(MessageChannel):
    """A channel that keeps what it is given, or fails as told."""

    is_sending: bool = True
    failures: list[NotSentYet] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)

    def send(self, message: Message) -> None:
        if self.failures:
            raise self.failures.pop(0)
        self.messages.append(message)


@dataclass
class Post:
    """The sender of an office with channels that keep what they are given."""

    office: Office
    email: Kept = field(default_factory=Kept)
    sms: Kept = field(default_factory=Kept)

    def sender(
        self, settings: Settings | None = None, ways: Mapping[Channel, MessageChannel] | None = None
    ) -> NotificationSender:
        office = self.office
        settings = settings or office.settings
        kept: dict[Channel, MessageChannel] = {Channel.email: self.email, Channel.sms: self.sms}
        return NotificationSender(
            settings,
            office.database,
            DeliveryQueue(office.database, office.machine_clock.now),
            kept if ways is None else ways,
            DailyLists(settings, office.database, office.clock).make_if_due,
            asyncio.Event(),
        )

    def reach(self, user: str, *, email: str = EMAIL, mobile: str = "") -> None:
        with self.office.database.transaction() as session:
            session.merge(UserSetting(user_id=user, email=email, mobile=mobile))

    def tell(self, user: str, about: About, kind: NotificationKind, key: str = "k") -> int:
        with self.office.database.transaction() as session:
            return notify(session, kind, [user], about, key=key, now=self.office.clock.now())

    def results(self) -> list[tuple[str | None, str | None]]:
        with self.office.database.reading() as session:
            rows = session.exec(
                select(NotificationDelivery).order_by(col(NotificationDelivery.id))
            ).all()
        return [(row.result, row.error) for row in rows]


@dataclass
class Held:
    """A task of a petition that is due on 19 January 2027, given to a handler by the leader."""

    petition: Petition
    key: int
