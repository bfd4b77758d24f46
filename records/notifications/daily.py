"""Days whose lists have been made."""

from datetime import date, datetime

from sqlmodel import Session, col

from records.insert_once import insert_once
from records.models import DailyListRun


def open_day(session: Session, day: date, *, now: datetime) -> bool:
    """Whether the lists of this day are still to be made; whoever is told so makes them.

    The row is committed with the lists, so that a process that is killed in between leaves neither.
    """
    new = insert_once(session, DailyListRun)
    row = new.values(day=day, made_at=now)
    made = session.execute(row.on_conflict_do_nothing().returning(col(DailyListRun.day)))
    return made.first() is not None
