"""Takes deliveries to their channels until each is settled, and makes the list of the day.

One task of the application, beside the sender of the outbox. What was not accepted is sent again,
at growing distances, for about three days; a message about a due day is of no use after that.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager

import structlog

from api.notifications.channels import Message, MessageChannel, NeverSent, NotSentYet
from api.notifications.compose import compose
from api.notifications.daily import DailyLists
from api.notifications.email import SmtpChannel
from api.notifications.sms import FILE, FileChannel
from engine.clock import Clock
from records.database import Database
from records.models.notification import Channel
from records.notifications.queue import DeliveryQueue, LeasedDelivery
from settings import Settings

logger = structlog.get_logger(__name__)

AT_ONCE = 8
IDLE_SECONDS = 3.0
FIRST_DELAY_SECONDS = 5.0
LONGEST_DELAY_SECONDS = 600.0
MOST_ATTEMPTS = 440


def channels_of(settings: Settings) -> dict[Channel, MessageChannel]:
    """The channels of these settings; without mail server and sender there is no e-mail."""
    found: dict[Channel, MessageChannel] = {Channel.sms: FileChannel(settings.data_dir / FILE)}
    if settings.smtp_host and settings.smtp_from:
        found[Channel.email] = SmtpChannel(settings)
    return found


@asynccontextmanager
async def open_notifier(
    settings: Settings, database: Database, clock: Clock, machine: Clock, wake: asyncio.Event
) -> AsyncIterator["NotificationSender"]:
    """The sender of these settings. Set `wake` to have it look at once."""
    yield NotificationSender(
        settings,
        database,
        DeliveryQueue(database, machine.now),
        channels_of(settings),
        DailyLists(settings, database, clock).make_if_due,
        wake,
    )


class NotificationSender:
    """`asyncio.create_task(sender.run())`, `sender.stop()`."""

    def __init__(
        self,
        settings: Settings,
        database: Database,
        queue: DeliveryQueue,
        channels: Mapping[Channel, MessageChannel],
        make_lists: Callable[[], object],
        wake: asyncio.Event,
    ) -> None:
        self._settings = settings
        self._database = database
        self._queue = queue
        self._channels = channels
        self._make_lists = make_lists
        self._wake = wake
        self._stopping = False

    async def run(self) -> None:
        """Send until stopped; what fails (a locked database) is tried again."""
        while not self._stopping:
            self._wake.clear()
            if not await asyncio.to_thread(self._work) and not self._stopping:
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._wake.wait(), IDLE_SECONDS)

    def stop(self) -> None:
        """Lease no more; `run` returns when what is being sent is settled."""
        self._stopping = True
        self._wake.set()

    def send_once(self) -> int:
        """Make the list of the day if it is time, send what waits; how many were taken."""
        self._make_lists()
        leased = self._queue.lease(AT_ONCE)
        for delivery in leased:
            if self._stopping:
                break  # its lease ends, and the next process sends it
            self._send(delivery)
        return len(leased)

    def _work(self) -> int:
        try:
            return self.send_once()
        except Exception:
            # Not settled: the lease ends and it is sent again under the same id.
            logger.exception("notifications_not_sent")
            return 0

    def _send(self, delivery: LeasedDelivery) -> None:
        channel = self._channels.get(delivery.channel)
        if channel is None:
            self._queue.gone(delivery.id, "channel not set up")
            return
        with self._database.reading() as session:
            message: Message | None = compose(session, self._settings, delivery)
        if message is None:
            self._queue.gone(delivery.id, "nobody to tell any more")
            return
        try:
            channel.send(message)
        except NeverSent as error:
            self._refuse(delivery, error.code)
        except NotSentYet as error:
            if delivery.attempts >= MOST_ATTEMPTS:
                self._refuse(delivery, error.code)
                return
            self._queue.retry(delivery.id, error.code, retry_delay(delivery.attempts))
            logger.info("notification_waits", delivery_id=delivery.id, obstacle=error.code)
        else:
            self._queue.sent(delivery.id)

    def _refuse(self, delivery: LeasedDelivery, code: str) -> None:
        self._queue.refuse(delivery.id, code)
        logger.warning("notification_refused", delivery_id=delivery.id, obstacle=code)


def retry_delay(attempts: int) -> float:
    """Seconds to wait after this many attempts: doubling, at most ten minutes."""
    return float(min(LONGEST_DELAY_SECONDS, FIRST_DELAY_SECONDS * 2.0 ** min(attempts - 1, 10)))
