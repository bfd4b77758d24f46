"""The calendar a new installation starts with.

Announced years come from `chinese_calendar` (exact, with make-up days), years to come and years
before it from `holidays`, which computes the statutory days and their 补假; those are provisional.
"""

from datetime import date
from functools import lru_cache

import chinese_calendar
from chinese_calendar.constants import Holiday
from chinese_calendar.constants import holidays as announced_rest
from chinese_calendar.constants import workdays as announced_work
from holidays.utils import country_holidays
from holidays.version import __version__ as holidays_version

from law.calendar import SATURDAY, CalendarDay, DayKind, WorkCalendar
from law.holiday_names import one_name

FIRST_ANNOUNCED_YEAR = min(announced_rest).year
LAST_ANNOUNCED_YEAR = max(announced_rest).year
FIRST_COMPUTED_YEAR = 1950
LAST_COMPUTED_YEAR = 2100
VERSION = f"chinesecalendar-{chinese_calendar.__version__}+holidays-{holidays_version}"

ANNOUNCED = "holiday_notice"  # ids of law.sources
COMPUTED = "holidays_regulation"
SHIFTED = "休息日"  # how `holidays` names a 调休 day


@lru_cache(maxsize=128)
def _computed_names(year: int) -> dict[date, str]:
    return dict(country_holidays("CN", years=year, expand=False, language="zh_CN").items())


def statutory_names(year: int) -> dict[date, str]:
    """The statutory days of a year with their 补假, by date; empty outside 1950..2100."""
    names = _computed_names(year)
    return {on: one_name(name) for on, name in names.items() if not name.startswith(SHIFTED)}


def announced_days(from_year: int, to_year: int) -> list[CalendarDay]:
    """Every day of the announced years that differs from the ordinary week, or is named.

    Years outside FIRST_ANNOUNCED_YEAR..LAST_ANNOUNCED_YEAR are left out, never guessed.
    """
    days = []
    for on in sorted({*announced_rest, *announced_work}):
        if from_year <= on.year <= to_year:
            name = one_name(Holiday((announced_rest | announced_work)[on]).chinese)
            days.append(CalendarDay(on, _announced_kind(on), name, ANNOUNCED))
    return days


def _announced_kind(on: date) -> DayKind:
    if on in announced_work:
        return DayKind.makeup_workday
    if on in statutory_names(on.year):
        return DayKind.statutory_holiday
    return DayKind.rest_day if on.weekday() >= SATURDAY else DayKind.shifted_rest


def provisional_days(year: int) -> list[CalendarDay]:
    """The statutory days of a year and their 补假, without 调休; empty outside 1950..2100."""
    if not FIRST_COMPUTED_YEAR <= year <= LAST_COMPUTED_YEAR:
        return []
    return [
        CalendarDay(on, DayKind.statutory_holiday, name, COMPUTED, provisional=True)
        for on, name in sorted(statutory_names(year).items())
        if on.year == year
    ]


def seed_calendar(from_year: int, to_year: int) -> WorkCalendar:
    """Announced days where there are any, provisional ones elsewhere."""
    days = announced_days(from_year, to_year)
    for year in range(max(from_year, FIRST_COMPUTED_YEAR), min(to_year, LAST_COMPUTED_YEAR) + 1):
        if not FIRST_ANNOUNCED_YEAR <= year <= LAST_ANNOUNCED_YEAR:
            days += provisional_days(year)
    return WorkCalendar(days, version=VERSION)
