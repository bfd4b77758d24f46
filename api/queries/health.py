"""How the application is: records, journal, outbox."""

from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlmodel import Session, col

from api.shapes.common import end_from_millis
from api.shapes.engine import Health, JournalHealth
from journal.tables import high_water, set_aside
from records.models import OutboxCommand

LATELY = timedelta(days=1)


def health(session: Session, *, machine_now: datetime) -> Health:
    """Figures without personal data."""
    last = session.execute(select(func.max(high_water.c.record_time))).scalar_one()
    aside = session.execute(select(func.count()).select_from(set_aside)).scalar_one()
    waiting, oldest = session.execute(
        select(func.count(), func.min(col(OutboxCommand.written_at))).where(
            col(OutboxCommand.settled_at).is_(None)
        )
    ).one()
    refused = session.execute(
        select(func.count()).where(
            col(OutboxCommand.settled_at) >= machine_now - LATELY,
            col(OutboxCommand.result) == "refused",
        )
    ).scalar_one()
    # With a moved clock commands are written in the future; nothing is late then.
    age = (machine_now - oldest).total_seconds() if oldest else 0
    return Health(
        status="ok",
        journal=JournalHealth(last_record_at=end_from_millis(last), set_aside=aside),
        outbox_waiting=waiting,
        outbox_refused=refused,
        oldest_waiting_seconds=max(0, int(age)),
    )
