"""The last day a clock's rule gives from one day on, without a ledger."""

from datetime import date

from law.calendar import WorkCalendar
from law.clock_rule import ClockRule
from law.errors import EntryIncomplete
from law.period_types import DueDate
from law.periods import due_date


def due_by_rule(
    rule: ClockRule, start: date, calendar: WorkCalendar, *, variant: str = ""
) -> DueDate:
    """The due date of a period that starts from the events of `start`.

    Raises:
        EntryIncomplete: the rule leaves its length open and no variant is named.
        UnknownVariant: the rule has no such variant.
        PeriodTooLong, PeriodNotInDays: see law.periods.
    """
    length = rule.length_of(variant) if variant else rule.length
    if length is None:
        raise EntryIncomplete(rule.code)
    return due_date(start, length, rule.unit, calendar, rule.roll, basis=rule.basis)
