"""Letting a watcher look again at once: its clock was ended by a person, not by its own process."""

from datetime import datetime

from sqlmodel import Session

from records.clocks.append import tell_watcher


def wake_watcher(session: Session, clock_id: str, *, now: datetime) -> None:
    """Tell the watcher of this clock to look now; it finds that the clock has ended, and ends."""
    tell_watcher(session, clock_id, message_id=f"wake:{clock_id}", look_at=now, now=now)
