"""Which entries a clock's ledger may take: the law's obstacles, each an error with a name."""

from collections.abc import Callable, Sequence

from law.calendar import WorkCalendar
from law.clock_entries import ClockEntry, EntryKind, of_kind, pauses_of, says_length
from law.clock_ledger import LENGTH_SETTING, ClockState, fold
from law.clock_rule import ClockRule
from law.errors import (
    AlreadyMet,
    BreachAlreadyRecorded,
    BreachTooEarly,
    ClockAlreadyPaused,
    ClockAlreadyStarted,
    ClockNotPaused,
    ClockNotRunning,
    DutyDoesNotLapse,
    EntryBeforeStart,
    EntryIncomplete,
    ExtensionAlreadyGiven,
    ExtensionNotAllowed,
    ExtensionTooLate,
    ExtensionTooLong,
    LapseTooEarly,
    PauseNotAllowed,
    PauseTooLate,
    StatutoryLength,
    WindowNotBreached,
)
from law.period_types import DueDate
from law.sources import cite_basis

# Served by public notice, a period begins on a day to come; until then it can still fall away,
# whose right it is may use it, and who has the duty may do it.
BEFORE_START = (EntryKind.receipt_corrected, EntryKind.withdrawn, EntryKind.met)
Check = Callable[[ClockRule, Sequence[ClockEntry], ClockEntry, DueDate], None]


def check_entry(
    rule: ClockRule,
    entries: Sequence[ClockEntry],
    new_entry: ClockEntry,
    calendar: WorkCalendar,
) -> ClockState:
    """Refuse an entry that the law does not allow, or give the state with it.

    Raises:
        ClockAlreadyStarted, ClockNotRunning, AlreadyMet, EntryBeforeStart, EntryIncomplete: any.
        ExtensionNotAllowed, ExtensionAlreadyGiven, ExtensionTooLong: extended.
        ExtensionTooLate: approved after the last day; on the last day is in time.
        PauseNotAllowed, PauseTooLate, ClockAlreadyPaused: paused.
        ClockNotPaused: resumed.
        BreachTooEarly, BreachAlreadyRecorded: breached; one breach per due date.
        WindowNotBreached, DutyDoesNotLapse, LapseTooEarly: breached or lapsed, the wrong one.
        StatutoryLength: started or moved_by_rule with another length than the statute's.
        UnknownBasis, UnknownArticle: its basis is no id of law.sources.
    """
    _check_basis(new_entry)
    _check_length(rule, new_entry)
    state = fold(rule, entries, calendar)
    if new_entry.kind is EntryKind.started:
        if state.started_on is not None:
            raise ClockAlreadyStarted(rule.code)
    else:
        _check_running(state, new_entry)
        check = CHECKS.get(new_entry.kind)
        if check is not None and state.due is not None:
            check(rule, entries, new_entry, state.due)
    return fold(rule, [*entries, new_entry], calendar)


def _check_basis(new_entry: ClockEntry) -> None:
    if new_entry.basis:
        cite_basis(new_entry.basis)


def _check_length(rule: ClockRule, new_entry: ClockEntry) -> None:
    sets_length = new_entry.kind in LENGTH_SETTING and says_length(new_entry)
    is_same = new_entry.until is None and new_entry.days == rule.length
    if sets_length and not rule.is_configurable and not is_same:
        raise StatutoryLength(rule.code)


def _check_running(state: ClockState, new_entry: ClockEntry) -> None:
    if state.met_on is not None:
        raise AlreadyMet(state.code)
    if state.started_on is None or not state.is_running:
        raise ClockNotRunning(state.code)
    if new_entry.on < state.started_on and new_entry.kind not in BEFORE_START:
        raise EntryBeforeStart(state.code)


def _check_extension(
    rule: ClockRule, entries: Sequence[ClockEntry], new_entry: ClockEntry, due: DueDate
) -> None:
    """Regulation 34: once, with the leader's approval, before the period is over."""
    if rule.extension is None:
        raise ExtensionNotAllowed(rule.code)
    if rule.extension.once and of_kind(entries, EntryKind.extended):
        raise ExtensionAlreadyGiven(rule.code)
    if not new_entry.days or new_entry.days < 1 or not new_entry.actor:
        raise EntryIncomplete(f"{rule.code} extended")
    if rule.extension.max_days is not None and new_entry.days > rule.extension.max_days:
        raise ExtensionTooLong(f"{rule.code} {new_entry.days} > {rule.extension.max_days}")
    # While the clock is paused its last day is still moving away.
    if new_entry.on > due.due and not _is_paused(entries, new_entry):
        raise ExtensionTooLate(f"{rule.code} {new_entry.on} > {due.due}")


def _check_pause(
    rule: ClockRule, entries: Sequence[ClockEntry], new_entry: ClockEntry, due: DueDate
) -> None:
    """Regulation 36(2): hearing time in re-review is not counted; elsewhere an office decides."""
    if not rule.pause_rule.allows_pause:
        raise PauseNotAllowed(rule.code)
    pauses = pauses_of(entries)
    if _is_paused(entries, new_entry) or any(new_entry.on < pause.first for pause in pauses):
        raise ClockAlreadyPaused(rule.code)
    if new_entry.on > due.due:
        raise PauseTooLate(f"{rule.code} {new_entry.on} > {due.due}")
    negative = new_entry.days is not None and new_entry.days < 1
    if negative or (new_entry.until is not None and new_entry.until <= new_entry.on):
        raise EntryIncomplete(f"{rule.code} paused")


def _check_resumption(
    rule: ClockRule, entries: Sequence[ClockEntry], new_entry: ClockEntry, _: DueDate
) -> None:
    if not _is_paused(entries, new_entry):
        raise ClockNotPaused(rule.code)


def _check_breach(
    rule: ClockRule, entries: Sequence[ClockEntry], new_entry: ClockEntry, due: DueDate
) -> None:
    if rule.is_window:
        raise WindowNotBreached(rule.code)
    if new_entry.on <= due.due or _is_paused(entries, new_entry):
        raise BreachTooEarly(f"{rule.code} {new_entry.on} <= {due.due}")
    for breach in of_kind(entries, EntryKind.breached):
        if breach.until == due.due:
            raise BreachAlreadyRecorded(f"{rule.code} {due.due}")


def _check_lapse(
    rule: ClockRule, entries: Sequence[ClockEntry], new_entry: ClockEntry, due: DueDate
) -> None:
    """Only who has a right can let it pass; nothing follows from that but its end."""
    if not rule.is_window:
        raise DutyDoesNotLapse(rule.code)
    if new_entry.on <= due.due or _is_paused(entries, new_entry):
        raise LapseTooEarly(f"{rule.code} {new_entry.on} <= {due.due}")


def _is_paused(entries: Sequence[ClockEntry], new_entry: ClockEntry) -> bool:
    return any(pause.covers(new_entry.on) for pause in pauses_of(entries))


CHECKS: dict[EntryKind, Check] = {
    EntryKind.extended: _check_extension,
    EntryKind.paused: _check_pause,
    EntryKind.resumed: _check_resumption,
    EntryKind.breached: _check_breach,
    EntryKind.lapsed: _check_lapse,
}
