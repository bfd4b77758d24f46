"""The entries of a clock's ledger, and questions to a list of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum


class EntryKind(StrEnum):
    """What can happen to a clock."""

    started = "started"
    extended = "extended"
    paused = "paused"
    resumed = "resumed"
    moved_by_calendar = "moved_by_calendar"
    moved_by_rule = "moved_by_rule"
    receipt_corrected = "receipt_corrected"
    reminded = "reminded"
    warned = "warned"
    breached = "breached"
    lapsed = "lapsed"
    met = "met"
    withdrawn = "withdrawn"


@dataclass(frozen=True)
class ClockEntry:
    """One line of the ledger. `on` is the day it takes effect; `actor` an account or role id;
    `basis` an id of law.sources, empty for the rule's own.

    started            on: the day whose event starts the period; days or until set its length
                       where the rule leaves that open or an office configures it
    receipt_corrected  on: the right day instead
    extended           on: the day of approval; days: how many more, in the rule's unit
    paused             on: the first day that does not count; days or until (the first day that
                       counts again) where the end is known
    resumed            on: the first day that counts again
    moved_by_rule      on: the day of the change; days or until: the new length or last day
    moved_by_calendar  on: the day of the change; calendar_version: the new calendar
    warned, reminded, breached, lapsed
                       on: the day it was raised; until: the due date meant; alert_key: its key
    met, withdrawn     on: the day; for what was posted, the day of the postmark
    """

    kind: EntryKind
    on: date
    days: int | None = None
    until: date | None = None
    reason: str = ""
    basis: str = ""
    actor: str = ""
    calendar_version: str = ""
    alert_key: str = ""


@dataclass(frozen=True)
class Pause:
    """Days that do not count: `first` up to, not including, `end`; None while it lasts."""

    first: date
    end: date | None
    basis: str = ""

    def covers(self, day: date) -> bool:
        """Whether the day does not count."""
        return self.first <= day and (self.end is None or day < self.end)


def says_length(entry: ClockEntry) -> bool:
    """Whether the entry sets a length or a last day."""
    return entry.days is not None or entry.until is not None


def pauses_of(entries: Sequence[ClockEntry]) -> list[Pause]:
    """The pauses, in order; a resumption ends the last one, earlier or later than was planned."""
    pauses: list[Pause] = []
    for entry in of_kind(entries, EntryKind.paused, EntryKind.resumed):
        if entry.kind is EntryKind.paused:
            end = entry.until
            if entry.days is not None:
                end = entry.on + timedelta(days=entry.days)
            pauses.append(Pause(entry.on, end, entry.basis))
        elif pauses:
            pauses[-1] = replace(pauses[-1], end=entry.on)
    return pauses


def of_kind(entries: Sequence[ClockEntry], *kinds: EntryKind) -> list[ClockEntry]:
    """The entries of these kinds, in the ledger's order."""
    return [entry for entry in entries if entry.kind in kinds]


def day_of_last(entries: Sequence[ClockEntry], *kinds: EntryKind) -> date | None:
    """The day of the last entry of these kinds; None without one."""
    return next((entry.on for entry in reversed(of_kind(entries, *kinds))), None)
