"""The transactional outbox: commands to the engine, committed with what decided them.

`enqueue` writes a command in the caller's transaction. `OutboxSource` hands commands to the sender
(engine.sender) and takes back what became of each. A command whose answer was lost is handed out
again when its lease ends, so every kind of command must be harmless when repeated.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, exists, or_, select, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from records.database import Database
from records.models import OutboxCommand

LEASE = timedelta(seconds=30)
# Long enough for a process that sits in another step, or an engine that is down for days.
MESSAGE_LIFE = timedelta(days=30)


def enqueue(
    session: Session, kind: str, payload: dict[str, Any], *, ordering_key: str, now: datetime
) -> None:
    """Write one command; those with the same `ordering_key` leave in the order written.

    `payload` holds ids, codes and dates only: it goes to the engine.
    """
    session.add(
        OutboxCommand(kind=kind, payload=payload, ordering_key=ordering_key, written_at=now)
    )


def start_process(
    session: Session,
    process_id: str,
    petition_id: str,
    variables: Mapping[str, Any],
    *,
    ordering_key: str,
    now: datetime,
) -> None:
    """Start an instance about this petition, which is its business key and a variable too."""
    enqueue(
        session,
        "start_instance",
        {
            "process_id": process_id,
            "petition_id": petition_id,
            "variables": {"petition_id": petition_id, **variables},
        },
        ordering_key=ordering_key,
        now=now,
    )


def publish_message(
    session: Session,
    name: str,
    *,
    key: str,
    message_id: str,
    now: datetime,
    variables: Mapping[str, str] | None = None,
) -> None:
    """Publish this message to the instance with the correlation key.

    `message_id` recognises the same message when it is sent again while the engine keeps it.
    """
    enqueue(
        session,
        "publish_message",
        {
            "name": name,
            "correlation_key": key,
            "message_id": message_id,
            "ttl_ms": MESSAGE_LIFE // timedelta(milliseconds=1),
            "variables": dict(variables or {}),
        },
        ordering_key=key,
        now=now,
    )


@dataclass(frozen=True)
class LeasedCommand:
    """A command handed to a sender for `LEASE`."""

    id: int
    kind: str
    payload: dict[str, Any]
    attempts: int


class OutboxSource:
    """The outbox as the sender sees it. Leases use machine time, not the movable clock."""

    def __init__(self, database: Database, machine_now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = machine_now

    def lease(self, limit: int) -> list[LeasedCommand]:
        """Take up to `limit` commands that are due, at most one per ordering key, oldest first."""
        now = self._now()
        earlier = aliased(OutboxCommand)
        blocked = exists().where(
            and_(
                col(earlier.ordering_key) == col(OutboxCommand.ordering_key),
                col(earlier.settled_at).is_(None),
                col(earlier.id) < col(OutboxCommand.id),
            )
        )
        free = and_(
            col(OutboxCommand.settled_at).is_(None),
            or_(col(OutboxCommand.not_before).is_(None), col(OutboxCommand.not_before) <= now),
            or_(col(OutboxCommand.leased_until).is_(None), col(OutboxCommand.leased_until) < now),
        )
        due = (
            select(col(OutboxCommand.id))
            .where(free, ~blocked)
            .order_by(col(OutboxCommand.id))
            .limit(limit)
        )
        with self._database.reading() as session:
            if session.execute(due.limit(1)).first() is None:
                return []
        with self._database.transaction() as session:
            # `free` stands in both places: two senders may pick the same rows, one gets them.
            rows = session.execute(
                update(OutboxCommand)
                .where(col(OutboxCommand.id).in_(due), free)
                .values(leased_until=now + LEASE, attempts=OutboxCommand.attempts + 1)
                .returning(
                    col(OutboxCommand.id),
                    col(OutboxCommand.kind),
                    col(OutboxCommand.payload),
                    col(OutboxCommand.attempts),
                )
            ).all()
        return [LeasedCommand(*row) for row in sorted(rows, key=lambda row: row[0])]

    def done(self, command_id: int) -> None:
        """The engine has carried it out."""
        self._settle(command_id, "done", None)

    def gone(self, command_id: int, note: str) -> None:
        """What it was for is no longer there: carried out before, or taken away by the engine."""
        self._settle(command_id, "gone", note)

    def refuse(self, command_id: int, error: str) -> None:
        """The engine will never take it: kept with the reason, shown by `xinfang outbox`."""
        self._settle(command_id, "refused", error)

    def retry(self, command_id: int, error: str, delay_seconds: float) -> None:
        """Hand it out again after the delay; a command that is settled stays so."""
        with self._database.transaction() as session:
            session.execute(
                update(OutboxCommand)
                .where(col(OutboxCommand.id) == command_id, col(OutboxCommand.settled_at).is_(None))
                .values(
                    not_before=self._now() + timedelta(seconds=delay_seconds),
                    leased_until=None,
                    error=error[:500],
                )
            )

    def _settle(self, command_id: int, result: str, error: str | None) -> None:
        # The first answer stands: a sender whose lease ran out may come late with another one.
        with self._database.transaction() as session:
            session.execute(
                update(OutboxCommand)
                .where(col(OutboxCommand.id) == command_id, col(OutboxCommand.settled_at).is_(None))
                .values(
                    settled_at=self._now(),
                    leased_until=None,
                    result=result,
                    error=error[:500] if error else None,
                )
            )
