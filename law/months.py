"""Periods of months (Civil Code, article 202)."""

from calendar import monthrange
from datetime import MAXYEAR, date


def same_day_after_months(start: date, months: int) -> tuple[date, bool]:
    """The corresponding day so many months later, and whether the month's last day stood in.

    Raises:
        OverflowError: after the year 9999.
    """
    years, month = divmod(start.month - 1 + months, 12)
    year = start.year + years
    if year > MAXYEAR:
        raise OverflowError(year)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last)), start.day > last
