"""Reading the yearly holiday notice, from its plain text, from JSON or from CSV.

The whole notice is read and checked, or it is refused with the line that is wrong. What is read is
the calendar of whole years, each with the December before it where the New Year break begins there.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from law.calendar import SATURDAY, CalendarDay, DayKind, WorkCalendar, check_kind
from law.calendar_seed import ANNOUNCED, statutory_names
from law.errors import CalendarDayTwice, DayKindUnfit, NationalDayMissing, NoticeDayOutside
from law.holiday_names import one_name
from law.holiday_notice_rows import NoticeRow, read_csv, read_json
from law.holiday_notice_text import read_text


@dataclass(frozen=True)
class HolidayNotice:
    """The days of one or more years. `number` is the notice's own, as 国办发明电〔2030〕1号."""

    years: tuple[int, ...]
    days: tuple[CalendarDay, ...]
    number: str = ""

    def days_of(self, year: int) -> list[CalendarDay]:
        """The days of a year, with the December before it when that year is not listed itself."""
        others = set(self.years) - {year}
        return [
            day
            for day in self.days
            if day.date.year == year or (day.date.year == year - 1 and year - 1 not in others)
        ]

    def applied_to(self, calendar: WorkCalendar, *, version: str) -> WorkCalendar:
        """The calendar with these years in place of what it listed for them."""
        for year in self.years:
            calendar = calendar.with_year(year, self.days_of(year), version=version)
        return calendar


def read_notice(text: str) -> HolidayNotice:
    """The notice in a text: the State Council's own wording, a JSON list, or CSV.

    JSON: objects with `date`, `name`, `is_off_day`. CSV: columns date, name and is_off_day or kind.

    Raises:
        NoticeNotReadable, NoticeYearMissing, NoticeDateImpossible, NoticeWeekdayWrong,
        NoticeCountWrong: see their messages; each names the line or entry.
        NationalDayMissing: no 1 October among the days off.
        NoticeDayOutside: a day of another year.
        CalendarDayTwice: a date is listed twice.
        DayKindUnfit: a make-up day that is no weekend day, or the like.
    """
    body = text.removeprefix("\ufeff").strip("\ufeff \t\r")
    if body.lstrip().startswith(("[", "{")):
        return _checked(read_json(body))
    if body.lstrip().lower().startswith("date,"):
        return _checked(read_csv(body))
    year, number, rows = read_text(body)
    return _checked(rows, year, number)


def _checked(rows: list[NoticeRow], year: int | None = None, number: str = "") -> HolidayNotice:
    seen: set[date] = set()
    for row in rows:
        if row.date in seen:
            raise CalendarDayTwice(f"{row.where}: {row.date.isoformat()}")
        seen.add(row.date)
    years = _announced(rows) if year is None else _announced(rows) & {year}
    if not years:
        raise NationalDayMissing(str(year or ""))
    for row in rows:
        is_december_before = row.date.month == 12 and row.date.year + 1 in years
        if row.date.year not in years and not is_december_before:
            raise NoticeDayOutside(f"{row.where}: {row.date.isoformat()}")
    days = sorted((_day(row) for row in rows), key=lambda day: day.date)
    return HolidayNotice(tuple(sorted(years)), tuple(days), number)


def _announced(rows: Iterable[NoticeRow]) -> set[int]:
    firsts = (row.date for row in rows if row.is_off and row.date.day == 1)
    return {first.year for first in firsts if first.month == 10}


def _day(row: NoticeRow) -> CalendarDay:
    kind = row.kind or _kind(row.date, is_off=row.is_off)
    try:
        check_kind(row.date, kind)
    except DayKindUnfit:
        raise DayKindUnfit(f"{row.where}: {row.date.isoformat()} {kind}") from None
    return CalendarDay(row.date, kind, one_name(row.name), ANNOUNCED)


def _kind(on: date, *, is_off: bool) -> DayKind:
    if not is_off:
        return DayKind.makeup_workday
    if on in statutory_names(on.year):
        return DayKind.statutory_holiday
    return DayKind.rest_day if on.weekday() >= SATURDAY else DayKind.shifted_rest
