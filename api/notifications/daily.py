"""The list of the day: on working days, in the morning, what each person has that is due."""

from collections import defaultdict
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Row
from sqlmodel import Session

from api.queries.due_tasks import due_tasks
from api.shapes.common import shanghai
from engine.clock import Clock
from law.errors import LawError
from records.calendar import load_calendar
from records.database import Database
from records.errors import RecordsError
from records.models.notification import NotificationKind
from records.notifications.daily import open_day
from records.notifications.notify import About, notify
from records.notifications.sealing import desk_of, is_sealed
from settings import Settings


class DailyLists:
    """Makes the lists of a day once, whatever is restarted: the day itself is a row."""

    def __init__(self, settings: Settings, database: Database, clock: Clock) -> None:
        self._settings = settings
        self._database = database
        self._clock = clock
        # Only to spare the database a question every few seconds.
        self._settled: date | None = None

    def make_if_due(self) -> int:
        """How many people were given a list; 0 when it is not time or all have theirs."""
        now = shanghai(self._clock.now())
        day = now.date()
        if day == self._settled or now.hour < self._settings.daily_list_hour:
            return 0
        with self._database.reading() as session:
            is_workday = _is_workday(session, day)
        told = 0
        if is_workday:
            with self._database.transaction() as session:
                if open_day(session, day, now=now):
                    until = day + timedelta(days=self._settings.daily_list_days)
                    told = _make(session, day, until, now)
        self._settled = day
        return told


def _is_workday(session: Session, day: date) -> bool:
    try:
        return load_calendar(session).is_workday(day)
    except (RecordsError, LawError):
        # A day that no calendar knows: from Monday to Friday.
        return day.weekday() < 5


def _make(session: Session, day: date, until: date, now: datetime) -> int:
    lists: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in due_tasks(session, until):
        if not _is_hidden(session, row):
            lists[row.user_id].append(_item(row))
    return sum(
        notify(
            session,
            NotificationKind.daily_list,
            [user_id],
            About(items=items),
            key=f"daily:{day.isoformat()}",
            now=now,
        )
        for user_id, items in sorted(lists.items())
    )


def _is_hidden(session: Session, row: Row[Any]) -> bool:
    sealed = is_sealed(session, row.petition_id, None, is_step=bool(row.is_sealed))
    return sealed and row.user_id not in desk_of(session, row.petition_id)


def _item(row: Row[Any]) -> dict[str, Any]:
    return {
        "petition_id": row.petition_id,
        "task_key": str(row.task_key),
        "element_id": row.element_id,
        "due_on": row.due_on.isoformat(),
        "is_sealed": bool(row.is_sealed),
    }
