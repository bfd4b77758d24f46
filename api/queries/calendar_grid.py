"""A year as twelve small months, every day with its mark, ready to print."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from law.calendar import CalendarDay, DayKind, WorkCalendar
from law.holiday_names import in_english


@dataclass(frozen=True)
class Cell:
    """One day: `kind` is a DayKind, `name` the holiday, empty without one."""

    date: date
    kind: DayKind
    name: str
    provisional: bool
    is_today: bool


@dataclass(frozen=True)
class Month:
    """Weeks from Monday to Sunday; None where a week lies in another month."""

    number: int
    weeks: list[list[Cell | None]]


def year_grid(calendar: WorkCalendar, year: int, today: date, *, english: bool) -> list[Month]:
    """The twelve months of a year. A day of the ordinary week is never marked provisional."""
    return [_month(calendar, year, number, today, english=english) for number in range(1, 13)]


def _month(calendar: WorkCalendar, year: int, number: int, today: date, *, english: bool) -> Month:
    first_weekday, length = monthrange(year, number)
    listed = {day.date for day in calendar.days}
    cells: list[Cell | None] = [None] * first_weekday
    for ordinal in range(1, length + 1):
        on = date(year, number, ordinal)
        cells.append(_cell(calendar.day(on), on in listed, on == today, english=english))
    cells += [None] * (-len(cells) % 7)
    return Month(number, [cells[start : start + 7] for start in range(0, len(cells), 7)])


def _cell(day: CalendarDay, is_listed: bool, is_today: bool, *, english: bool) -> Cell:
    name = in_english(day.name) if english and day.name else day.name
    return Cell(day.date, day.kind, name, is_listed and day.provisional, is_today)
