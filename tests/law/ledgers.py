"""Short ways to write a clock's ledger in tests."""

from datetime import date

from law.clock_checks import check_entry
from law.clock_entries import ClockEntry, EntryKind
from law.clock_ledger import ClockState, fold
from law.clock_rule import ClockRule
from law.clock_rules import rule_for
from law.periods import DueDate
from tests.law import dates as d
from tests.law.dates import CALENDAR

HANDLING = rule_for("D05", d.THU_18_DEC_2025)
REREVIEW = rule_for("D10", d.MON_2_MAR_2026)
OBJECTION = rule_for("D04", d.FRI_26_SEP_2025)
ASSIGNMENT = rule_for("D11", d.FRI_26_SEP_2025)


def started(on: date, days: int | None = None, until: date | None = None) -> ClockEntry:
    return ClockEntry(EntryKind.started, on, days=days, until=until)


def extended(on: date, days: int | None = 30, actor: str = "unit_leader") -> ClockEntry:
    return ClockEntry(EntryKind.extended, on, days=days, actor=actor)


def paused(on: date, days: int | None = None, until: date | None = None) -> ClockEntry:
    return ClockEntry(EntryKind.paused, on, days=days, until=until)


def at(kind: EntryKind, on: date, until: date | None = None) -> ClockEntry:
    return ClockEntry(kind, on, until=until)


def resumed(on: date) -> ClockEntry:
    return at(EntryKind.resumed, on)


def met(on: date) -> ClockEntry:
    return at(EntryKind.met, on)


def state_of(rule: ClockRule, *entries: ClockEntry) -> ClockState:
    return fold(rule, entries, CALENDAR)


def due_of(rule: ClockRule, *entries: ClockEntry) -> DueDate:
    due = state_of(rule, *entries).due
    assert due is not None
    return due


def add(rule: ClockRule, *entries: ClockEntry) -> ClockState:
    """Check the last entry against those before it."""
    return check_entry(rule, entries[:-1], entries[-1], CALENDAR)
