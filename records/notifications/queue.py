"""Deliveries as their sender sees them: handed out under a lease, settled once, as the outbox is.

A delivery whose answer was lost is handed out again. Its number goes along, so that who receives it
knows the repetition.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import and_, or_, select, update
from sqlmodel import col

from records.database import Database
from records.models import NotificationDelivery
from records.models.notification import Channel

# Longer than a batch of the sender takes when every answer comes late.
LEASE = timedelta(seconds=90)


@dataclass(frozen=True)
class LeasedDelivery:
    """A delivery handed to a sender for `LEASE`."""

    id: int
    notification_id: int
    channel: Channel
    attempts: int


class DeliveryQueue:
    """What waits to be sent. Leases use machine time, not the movable clock."""

    def __init__(self, database: Database, machine_now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = machine_now

    def lease(self, limit: int) -> list[LeasedDelivery]:
        """Take up to `limit` deliveries that are due, oldest first."""
        now, table = self._now(), NotificationDelivery
        free = and_(
            col(table.settled_at).is_(None),
            or_(col(table.not_before).is_(None), col(table.not_before) <= now),
            or_(col(table.leased_until).is_(None), col(table.leased_until) < now),
        )
        due = select(col(table.id)).where(free).order_by(col(table.id)).limit(limit)
        with self._database.reading() as session:
            if session.execute(due.limit(1)).first() is None:
                return []
        with self._database.transaction() as session:
            # `free` stands in both places: two senders may pick the same rows, one gets them.
            rows = session.execute(
                update(table)
                .where(col(table.id).in_(due), free)
                .values(leased_until=now + LEASE, attempts=table.attempts + 1)
                .returning(
                    col(table.id),
                    col(table.notification_id),
                    col(table.channel),
                    col(table.attempts),
                )
            ).all()
        return [LeasedDelivery(*row) for row in sorted(rows, key=lambda row: row[0])]

    def sent(self, delivery_id: int) -> None:
        """It was accepted."""
        self._settle(delivery_id, "sent", None)

    def gone(self, delivery_id: int, note: str) -> None:
        """It need not be sent any more, or must not: the case was sealed, the address is gone."""
        self._settle(delivery_id, "gone", note)

    def refuse(self, delivery_id: int, error: str) -> None:
        """It will never be accepted: kept with the code of the reason."""
        self._settle(delivery_id, "refused", error)

    def retry(self, delivery_id: int, error: str, delay_seconds: float) -> None:
        """Hand it out again after the delay."""
        self._change(
            delivery_id,
            not_before=self._now() + timedelta(seconds=delay_seconds),
            leased_until=None,
            error=error[:100],
        )

    def _settle(self, delivery_id: int, result: str, error: str | None) -> None:
        self._change(
            delivery_id,
            settled_at=self._now(),
            leased_until=None,
            result=result,
            error=error[:100] if error else None,
        )

    def _change(self, delivery_id: int, **values: object) -> None:
        # The first answer stands: a sender whose lease ran out may come late with another one.
        table = NotificationDelivery
        with self._database.transaction() as session:
            session.execute(
                update(table)
                .where(col(table.id) == delivery_id, col(table.settled_at).is_(None))
                .values(**values)
            )
