"""Computing periods (期间).

The regulation has no rule of its own; the Civil Code (201 to 203) and the Civil Procedure Law (85)
are applied by analogy: the start day is not counted, the last day on a rest day rolls to the next
working day, make-up workdays are working days, a period of months ends on the corresponding day.
Extensions and pauses are added before rolling, so 60 + 30 days are 90 from the start and roll once.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from law.calendar import ONE_DAY, DayKind, WorkCalendar
from law.errors import PeriodNotInDays, PeriodNotInHours, PeriodTooLong, PeriodTooShort
from law.instants import end_of_day, hours_after, latest_day_before, posted_in_time, start_of_day
from law.months import same_day_after_months
from law.period_types import (
    Added,
    DueDate,
    DueMoment,
    Roll,
    Step,
    StepKind,
    Unit,
    extension_of,
    pause_of,
)

__all__ = [
    "Added",
    "DueDate",
    "DueMoment",
    "Roll",
    "Step",
    "StepKind",
    "Unit",
    "due_date",
    "due_moment",
    "end_of_day",
    "extension_of",
    "hours_after",
    "latest_day_before",
    "pause_of",
    "posted_in_time",
    "set_date",
    "start_of_day",
]

START_DAY = "civil_code:201"
CORRESPONDING_DAY = "civil_code:202"
LAST_DAY = "civil_code:203"


def due_date(
    start: date,
    length: int,
    unit: Unit,
    calendar: WorkCalendar,
    roll: Roll = Roll.over,
    *,
    added: Sequence[Added] = (),
    basis: str = "",
) -> DueDate:
    """The last day of a period that starts from the events of `start`.

    `length` and `added` are in `unit`; with months, `added` is in days. `basis` is the id of what
    sets the length; without it the rule of counting is cited.

    Raises:
        PeriodTooShort: length below 1, or a negative addition.
        PeriodTooLong: the period would end after the year 9999.
        PeriodNotInDays: the unit is hours.
    """
    if length < 1 or any(part.amount < 0 for part in added):
        raise PeriodTooShort
    if unit is Unit.hours:
        raise PeriodNotInDays
    steps = [Step(StepKind.start_day_not_counted, start, START_DAY)]
    try:
        if unit is Unit.workdays:
            counted = Added(StepKind.workdays_counted, length, basis or START_DAY)
            return _all_workdays(start, [counted, *added], calendar, roll, steps)
        if unit is Unit.months:
            day, is_month_end = same_day_after_months(start, length)
            steps.append(Step(StepKind.months_counted, day, basis or CORRESPONDING_DAY, length))
            if is_month_end:
                steps.append(Step(StepKind.month_end_taken, day, CORRESPONDING_DAY))
        else:
            day = start + timedelta(days=length)
            steps.append(Step(StepKind.days_counted, day, basis or START_DAY, length))
        return _add_and_roll(start, day, added, calendar, roll, steps)
    except OverflowError:
        raise PeriodTooLong from None


def due_moment(start: datetime, length: int, unit: Unit, *, basis: str) -> DueMoment:
    """The moment at which a limit in hours ends; it starts at once, not with the next day.

    Raises:
        PeriodTooShort: length below 1.
        PeriodTooLong: it would end after the year 9999.
        PeriodNotInHours: the unit is no hour.
    """
    if unit is not Unit.hours:
        raise PeriodNotInHours
    try:
        return DueMoment(start, hours_after(start, length), length, basis)
    except OverflowError:
        raise PeriodTooLong from None


def set_date(
    start: date,
    until: date,
    calendar: WorkCalendar,
    roll: Roll = Roll.none,
    *,
    added: Sequence[Added] = (),
    basis: str = "assignment_letter",
) -> DueDate:
    """The due date where a letter sets the last day itself; `added` is in days.

    Raises:
        PeriodTooShort: the date is before `start`, or a negative addition.
        PeriodTooLong: the period would end after the year 9999.
    """
    if until < start or any(part.amount < 0 for part in added):
        raise PeriodTooShort
    try:
        steps = [Step(StepKind.date_set, until, basis)]
        return _add_and_roll(start, until, added, calendar, roll, steps)
    except OverflowError:
        raise PeriodTooLong from None


def _all_workdays(
    start: date, parts: Sequence[Added], calendar: WorkCalendar, roll: Roll, steps: list[Step]
) -> DueDate:
    """A period of working days ends on one, so it never rolls; every day passed matters."""
    day, unsure = start, False
    for part in parts:
        left, around = part.amount, []
        while left:
            day += ONE_DAY
            listed = calendar.day(day)
            unsure = unsure or listed.provisional
            left -= listed.kind.is_worked
            around += [] if listed.kind.is_worked else [listed.name]
        if part.amount:
            names = "、".join(dict.fromkeys(filter(None, around)))
            steps.append(Step(part.kind, day, part.basis, part.amount, names))
    return DueDate(start, day, day, roll, unsure, tuple(steps))


def _add_and_roll(
    start: date,
    day: date,
    added: Sequence[Added],
    calendar: WorkCalendar,
    roll: Roll,
    steps: list[Step],
) -> DueDate:
    for part in added:
        day += timedelta(days=part.amount)
        if part.amount:
            steps.append(Step(part.kind, day, part.basis, part.amount))
    listed = calendar.day(day)
    due = day
    if listed.kind is DayKind.makeup_workday:
        steps.append(Step(StepKind.makeup_workday_kept, day, listed.source, name=listed.name))
    elif not listed.kind.is_worked and roll is Roll.none:
        steps.append(Step(StepKind.rest_day_kept, day, "no_roll", name=listed.name))
    elif not listed.kind.is_worked:
        due = calendar.next_workday(day)
        steps.append(Step(StepKind.rolled, due, LAST_DAY, (due - day).days, listed.name))
    # Where nothing rolls, no calendar can change the date; else every day looked at matters.
    looked_at = () if roll is Roll.none else range((due - day).days + 1)
    unsure = any(calendar.is_provisional(day + timedelta(days=n)) for n in looked_at)
    return DueDate(start, due, day, roll, unsure, tuple(steps))
