"""The ledger of a clock, folded into its state.

Entries are appended, never changed. The due date is derived from all of them, so their order does
not matter to it. A breach stops nothing: the duty goes on being due until it is met or withdrawn.
A window of a right ends with its last day: it lapses.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from law.calendar import WorkCalendar
from law.clock_entries import (
    ClockEntry,
    EntryKind,
    day_of_last,
    of_kind,
    pauses_of,
    says_length,
)
from law.clock_rule import ClockRule
from law.errors import EntryIncomplete
from law.period_types import Added, DueDate, Unit, extension_of, pause_of
from law.periods import due_date, set_date

__all__ = ["ClockEntry", "ClockState", "EntryKind", "fold"]

STARTING = (EntryKind.started, EntryKind.receipt_corrected)
LENGTH_SETTING = (EntryKind.started, EntryKind.moved_by_rule)
MOVING = (
    EntryKind.extended,
    EntryKind.paused,
    EntryKind.resumed,
    EntryKind.moved_by_calendar,
    EntryKind.moved_by_rule,
)
# A clock runs by the calendar that the last of these names.
DUE_SETTING = (*STARTING, *MOVING)


@dataclass(frozen=True)
class ClockState:
    """Where a clock stands. `due` is None only before the start.

    `paused_days` counts calendar days of ended pauses, `moved_on` the day the due date last moved,
    `raised` the keys of the alerts raised so far. `breached_on` is the day of the last breach that
    still holds: one of a last day that has since moved later does not. `is_window`: see ClockRule.
    """

    code: str
    started_on: date | None = None
    due: DueDate | None = None
    is_paused: bool = False
    extended_days: int = 0
    paused_days: int = 0
    met_on: date | None = None
    withdrawn_on: date | None = None
    breached_on: date | None = None
    lapsed_on: date | None = None
    moved_on: date | None = None
    calendar_version: str = ""
    raised: frozenset[str] = frozenset()
    is_window: bool = False

    @property
    def is_running(self) -> bool:
        """Started and not ended: met, withdrawn or lapsed. Paused or breached it still runs."""
        ended = (self.met_on, self.withdrawn_on, self.lapsed_on)
        return self.started_on is not None and not any(ended)

    @property
    def is_met_late(self) -> bool:
        """Met, but after the last day."""
        return self.met_on is not None and self.due is not None and self.met_on > self.due.due


def fold(rule: ClockRule, entries: Sequence[ClockEntry], calendar: WorkCalendar) -> ClockState:
    """The state after all entries, computed with the given calendar.

    Raises:
        EntryIncomplete: the length is nowhere said.
        PeriodTooShort, PeriodTooLong, PeriodNotInDays: see law.periods.
    """
    started_on = day_of_last(entries, *STARTING)
    if started_on is None:
        return ClockState(rule.code, is_window=rule.is_window)
    pauses = pauses_of(entries)
    extensions = of_kind(entries, EntryKind.extended)
    due = _due(rule, entries, calendar, started_on)
    return ClockState(
        code=rule.code,
        started_on=started_on,
        due=due,
        is_paused=any(pause.end is None for pause in pauses),
        extended_days=sum(entry.days or 0 for entry in extensions),
        paused_days=sum((pause.end - pause.first).days for pause in pauses if pause.end),
        met_on=day_of_last(entries, EntryKind.met),
        withdrawn_on=day_of_last(entries, EntryKind.withdrawn),
        breached_on=_breached_on(entries, due),
        lapsed_on=day_of_last(entries, EntryKind.lapsed),
        moved_on=max((entry.on for entry in of_kind(entries, *MOVING)), default=None),
        calendar_version=calendar.version,
        raised=frozenset(entry.alert_key for entry in entries if entry.alert_key),
        is_window=rule.is_window,
    )


def _breached_on(entries: Sequence[ClockEntry], due: DueDate) -> date | None:
    breaches = of_kind(entries, EntryKind.breached)
    holding = (entry for entry in breaches if entry.until is None or entry.until >= due.due)
    return max((entry.on for entry in holding), default=None)


def _due(
    rule: ClockRule, entries: Sequence[ClockEntry], calendar: WorkCalendar, start: date
) -> DueDate:
    setters = reversed(of_kind(entries, *LENGTH_SETTING))
    setter = next((entry for entry in setters if says_length(entry)), None)
    added = _added(rule, entries, calendar)
    basis = (setter.basis if setter else "") or rule.basis
    if setter is not None and setter.until is not None:
        return set_date(start, setter.until, calendar, rule.roll, added=added, basis=basis)
    length = setter.days if setter else rule.length
    if length is None:
        raise EntryIncomplete(f"{rule.code} started: days or until")
    return due_date(start, length, rule.unit, calendar, rule.roll, added=added, basis=basis)


def _added(rule: ClockRule, entries: Sequence[ClockEntry], calendar: WorkCalendar) -> list[Added]:
    """Extensions and ended pauses; of a pause, working days only where the rule counts those."""
    added = [
        extension_of(entry.days or 0, entry.basis or rule.basis)
        for entry in of_kind(entries, EntryKind.extended)
    ]
    for pause in pauses_of(entries):
        if pause.end is None:
            continue
        days = (pause.end - pause.first).days
        if rule.unit is Unit.workdays:
            days = calendar.workdays_between(pause.first, pause.end)
        added.append(pause_of(days, pause.basis or rule.basis))
    return added
