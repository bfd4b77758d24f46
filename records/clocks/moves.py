"""Where a running clock should be: by the newest calendar and what the office set for running ones.

Nothing is written here; records.clocks.follow applies it.
"""

from dataclasses import dataclass
from datetime import date

from law.calendar import WorkCalendar
from law.clock_entries import ClockEntry, EntryKind, of_kind, says_length
from law.clock_ledger import LENGTH_SETTING, ClockState, fold
from law.clock_rule import ClockRule
from law.clock_rules import rule_for
from records.clocks.ledgers import SETTING_KEY, Ledger
from records.clocks.office_rules import configured
from records.clocks.terms import Terms
from records.models import ClockSetting


@dataclass(frozen=True)
class Plan:
    """The entries a clock needs, each with its key, and the last day they lead to."""

    entries: tuple[tuple[ClockEntry, str], ...]
    new_due: date


class Target:
    """The calendar that running clocks should run by, and from which day on it differs."""

    def __init__(self, terms: Terms, calendar: WorkCalendar | None = None) -> None:
        self.terms = terms
        self.calendar = calendar or terms.newest
        self._first_changes: dict[str, date | None] = {}

    def may_move(self, ledger: Ledger, from_due: date) -> bool:
        """Whether the calendar can matter: it looks at no day after the last one."""
        version = ledger.calendar_version
        if version == self.calendar.version:
            return False
        if version not in self._first_changes:
            own = self.terms.calendar(ledger)
            changed = (
                before.date
                for before, after in own.changes_to(self.calendar)
                if before.kind.is_worked != after.kind.is_worked
            )
            self._first_changes[version] = min(changed, default=None)
        first = self._first_changes[version]
        return first is not None and first <= from_due


def plan_moves(target: Target, ledger: Ledger, *, actor: str, today: date) -> Plan | None:
    """What brings a running clock to where it should be; None when it is there."""
    terms = target.terms
    entries: list[tuple[ClockEntry, str]] = []
    rule, due, own = None, ledger.due_on, ledger.entries
    setting = terms.rules.for_running(ledger.code, today, terms.setting(ledger))
    if setting is not None:
        before = terms.rule(ledger)
        wanted = configured(_rule_of(ledger), setting)
        entry = rule_entry(ledger, setting, actor=actor, today=today)
        calendar = terms.calendar(ledger)
        moved = fold(wanted, [*own, entry], calendar)
        if _differs(before, fold(before, own, calendar), wanted, moved) and moved.due:
            entries.append((entry, setting_key(setting)))
            rule, due, own = wanted, moved.due.due, (*own, entry)
    if target.may_move(ledger, due):
        state = fold(rule or terms.rule(ledger), own, target.calendar)
        if state.due and state.due.due != due:
            version = target.calendar.version
            entry = calendar_entry(ledger, version, actor=actor, today=today)
            entries.append((entry, calendar_key(version)))
            due = state.due.due
    return Plan(tuple(entries), due) if entries else None


def calendar_entry(ledger: Ledger, version: str, *, actor: str, today: date) -> ClockEntry:
    """The entry that moves a clock to an edition of the work calendar."""
    on = max(today, ledger.started_on or today)
    return ClockEntry(EntryKind.moved_by_calendar, on, actor=actor, calendar_version=version)


def rule_entry(ledger: Ledger, setting: ClockSetting, *, actor: str, today: date) -> ClockEntry:
    """The entry that moves a clock to a setting.

    A length that a letter or decision gave this one clock stays.
    """
    said = [entry.kind for entry in of_kind(ledger.entries, *LENGTH_SETTING) if says_length(entry)]
    days = None
    if EntryKind.started not in said and (said or setting.length is not None):
        days = configured(_rule_of(ledger), setting).length
    return ClockEntry(
        EntryKind.moved_by_rule,
        max(today, ledger.started_on or today),
        days=days,
        reason=setting.reason,
        basis=setting.basis if days else "",
        actor=actor,
    )


def calendar_key(version: str) -> str:
    """What makes a move to an edition recognisable when it is repeated."""
    return f"calendar:{version}"


def setting_key(setting: ClockSetting) -> str:
    """What makes a move to a setting recognisable, and tells which setting a clock runs by."""
    return f"{SETTING_KEY}{setting.id}"


def _rule_of(ledger: Ledger) -> ClockRule:
    return rule_for(ledger.code, ledger.started_on or ledger.due_on)


def _differs(before: ClockRule, was: ClockState, wanted: ClockRule, moved: ClockState) -> bool:
    """Whether the setting changes the clock: its dates, or whether it can be paused."""
    dates = [(s.due.due, s.due.alert_on) if s.due else () for s in (was, moved)]
    return dates[0] != dates[1] or before.pause_rule != wanted.pause_rule
