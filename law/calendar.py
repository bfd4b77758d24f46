"""The work calendar: which days are worked, which are rest, and how sure we are.

A date that is not listed follows the ordinary week. A year whose holiday notice has not been
announced is provisional: its days are computed all the same, and marked.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from law.errors import CalendarDayTwice, DayKindUnfit

ONE_DAY = timedelta(days=1)
SATURDAY = 5  # date.weekday()
ORDINARY_WEEK = "ordinary week"
NEW_YEAR = "元旦"
HORIZON_WARNING_DAYS = 120


class DayKind(StrEnum):
    """What a day is. Statutory and shifted rest days are 法定休假日 just as weekends are."""

    workday = "workday"
    rest_day = "rest_day"
    statutory_holiday = "statutory_holiday"
    shifted_rest = "shifted_rest"  # 调休: a weekday off, worked on another day
    makeup_workday = "makeup_workday"  # 调休上班: a weekend day worked

    @property
    def is_worked(self) -> bool:
        """Make-up days are working days like any other."""
        return self in (DayKind.workday, DayKind.makeup_workday)


@dataclass(frozen=True)
class CalendarDay:
    """One listed day. `name` is the Chinese holiday name, `source` who says so."""

    date: date
    kind: DayKind
    name: str = ""
    source: str = ""
    provisional: bool = False


class WorkCalendar:
    """An immutable calendar; loading a notice makes a new one with a new version."""

    __slots__ = ("_announced", "_days", "_version")

    def __init__(self, days: Iterable[CalendarDay], *, version: str) -> None:
        """Index the days.

        Raises:
            CalendarDayTwice: two entries for one date.
        """
        listed: dict[date, CalendarDay] = {}
        for day in days:
            if day.date in listed:
                raise CalendarDayTwice(day.date.isoformat())
            listed[day.date] = day
        self._days: Mapping[date, CalendarDay] = MappingProxyType(dict(sorted(listed.items())))
        self._version = version
        self._announced = _announced_years(self._days)

    @property
    def version(self) -> str:
        """Which edition this is; ledger entries keep it."""
        return self._version

    @property
    def days(self) -> tuple[CalendarDay, ...]:
        """The listed days, sorted."""
        return tuple(self._days.values())

    @property
    def announced_years(self) -> frozenset[int]:
        """Years known exactly: 1 October is listed as announced and no day is provisional.

        Every notice lists 1 October, so a single day entered by hand announces nothing.
        """
        return self._announced

    @property
    def horizon(self) -> date | None:
        """The last day of the last announced year; None when no year is."""
        return date(max(self._announced), 12, 31) if self._announced else None

    def days_to_horizon(self, on: date) -> int:
        """How many announced days are left after `on` (negative when past, 0 when none known)."""
        return (self.horizon - on).days if self.horizon else 0

    def is_horizon_near(self, on: date) -> bool:
        """Whether the next notice is wanted: fewer than HORIZON_WARNING_DAYS are announced."""
        return self.days_to_horizon(on) < HORIZON_WARNING_DAYS

    def day(self, on: date) -> CalendarDay:
        """The listed day, or the ordinary week's day, marked provisional in an unknown year."""
        kind = DayKind.rest_day if on.weekday() >= SATURDAY else DayKind.workday
        unlisted = CalendarDay(on, kind, "", ORDINARY_WEEK, on.year not in self._announced)
        return self._days.get(on, unlisted)

    def is_workday(self, on: date) -> bool:
        """Whether offices work that day, make-up days included."""
        return self.day(on).kind.is_worked

    def is_rest_day(self, on: date) -> bool:
        """Whether it is a 法定休假日: statutory or shifted holiday, or weekend not worked."""
        return not self.is_workday(on)

    def is_provisional(self, on: date) -> bool:
        """Whether a later notice may still change the day."""
        return self.day(on).provisional

    def next_workday(self, after: date) -> date:
        """The first working day after the given one.

        Raises:
            OverflowError: there is none before the year 10000.
        """
        day = after + ONE_DAY
        while self.is_rest_day(day):
            day += ONE_DAY
        return day

    def workdays_between(self, first: date, end: date) -> int:
        """How many working days there are from `first` up to, not including, `end`."""
        span = (end - first).days
        return sum(self.is_workday(first + timedelta(days=n)) for n in range(span))

    def with_year(self, year: int, days: Iterable[CalendarDay], *, version: str) -> "WorkCalendar":
        """A calendar in which the notice for `year` replaces what was listed for that year.

        Days of the notice that fall into another year (as 31 December does) replace theirs alone,
        and New Year days in December stay: they come from the notice for the year after.

        Raises:
            CalendarDayTwice: the notice lists a date twice.
        """
        notice = list(days)
        replaced = {day.date for day in notice}
        kept = [
            day
            for day in self.days
            if day.date not in replaced and (day.date.year != year or _is_of_next_notice(day))
        ]
        return WorkCalendar([*kept, *notice], version=version)

    def with_day(self, day: CalendarDay, *, version: str) -> "WorkCalendar":
        """A calendar in which this day replaces what was listed for its date.

        Raises:
            DayKindUnfit: see `check_kind`.
        """
        check_kind(day.date, day.kind)
        kept = [one for one in self.days if one.date != day.date]
        return WorkCalendar([*kept, day], version=version)

    def changes_to(self, other: "WorkCalendar") -> list[tuple[CalendarDay, CalendarDay]]:
        """The listed days that differ, each as it is here and as it is in the other calendar."""
        dates = sorted(self._days.keys() | other._days.keys())
        pairs = ((self.day(on), other.day(on)) for on in dates)
        return [(before, after) for before, after in pairs if before != after]


def check_kind(on: date, kind: DayKind) -> None:
    """Whether a day of this weekday can be of this kind; statutory holidays lie on any.

    Raises:
        DayKindUnfit: a make-up or rest day on a weekday, a workday or shifted rest on a weekend.
    """
    is_weekend = on.weekday() >= SATURDAY
    fits_weekend = kind in (DayKind.makeup_workday, DayKind.rest_day)
    if kind is not DayKind.statutory_holiday and is_weekend != fits_weekend:
        raise DayKindUnfit(f"{on.isoformat()} {kind}")


def _is_of_next_notice(day: CalendarDay) -> bool:
    return day.date.month == 12 and NEW_YEAR in day.name


def _announced_years(days: Mapping[date, CalendarDay]) -> frozenset[int]:
    unsure = {day.date.year for day in days.values() if day.provisional}
    listed = {on.year for on in days if (on.month, on.day) == (10, 1)}
    return frozenset(listed - unsure)
