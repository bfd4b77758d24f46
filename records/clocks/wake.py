"""Letting a watcher look again at once: its clock was ended by a person, not by its own process."""

from datetime import datetime

from sqlmodel import Session

from records import outbox
from records.clocks.append import MESSAGE_LIFE_MS


def wake_watcher(session: Session, clock_id: str, *, now: datetime) -> None:
    """Tell the watcher of this clock to look now; it finds that the clock has ended, and ends."""
    outbox.enqueue(
        session,
        "publish_message",
        {
            "name": "deadline_moved",
            "correlation_key": clock_id,
            "message_id": f"wake:{clock_id}",
            "ttl_ms": MESSAGE_LIFE_MS,
            "variables": {"next_alert_at": now.isoformat()},
        },
        ordering_key=clock_id,
        now=now,
    )
