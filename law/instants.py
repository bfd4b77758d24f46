"""From days to instants, Asia/Shanghai: when a day ends, what is in time."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from law.calendar import ONE_DAY
from law.errors import PeriodTooShort

SHANGHAI = ZoneInfo("Asia/Shanghai")


def start_of_day(day: date) -> datetime:
    """The first instant of a day in Shanghai."""
    return datetime.combine(day, time.min, SHANGHAI)


def end_of_day(day: date) -> datetime:
    """When a due day is over: the first instant of the next day in Shanghai (24:00)."""
    return start_of_day(day + ONE_DAY)


def posted_in_time(posted_on: date, due: date) -> bool:
    """Whether something sent by post is in time: the postmark counts (Civil Procedure Law 85)."""
    return posted_on <= due


def latest_day_before(event_on: date, days: int) -> date:
    """The last day for a notice that must be given so many days before an event.

    Raises:
        PeriodTooShort: days below 1.
    """
    if days < 1:
        raise PeriodTooShort
    return event_on - timedelta(days=days)


def hours_after(event_at: datetime, hours: int) -> datetime:
    """When a limit in hours ends, for urgent reports.

    Raises:
        PeriodTooShort: hours below 1.
    """
    if hours < 1:
        raise PeriodTooShort
    return event_at + timedelta(hours=hours)
