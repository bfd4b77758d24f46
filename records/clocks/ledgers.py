"""The ledgers of clocks as they stand in the database, one or many at a time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Row
from sqlmodel import Session, col, select

from law.clock_entries import ClockEntry, EntryKind
from law.clock_ledger import DUE_SETTING
from records.models import Clock, ClockEvent

SETTING_KEY = "setting:"


@dataclass(frozen=True)
class Ledger:
    """A clock and its entries. `keys` are the entry keys taken, `opened_at` when it was started,
    `setting_id` the setting that last moved it, `calendar_version` what its due date rests on."""

    clock_id: str
    petition_id: str
    code: str
    due_on: date
    entries: tuple[ClockEntry, ...] = ()
    keys: frozenset[str] = frozenset()
    opened_at: datetime | None = None
    setting_id: int | None = None

    @property
    def started_on(self) -> date | None:
        """The day first taken for the start; a correction does not change which rule holds."""
        return next((e.on for e in self.entries if e.kind is EntryKind.started), None)

    @property
    def calendar_version(self) -> str:
        """The edition named by the last entry that set or moved the due date."""
        setting = (e for e in reversed(self.entries) if e.kind in DUE_SETTING)
        return next((entry.calendar_version for entry in setting), "")

    def with_entry(self, entry: ClockEntry, key: str, recorded_at: datetime) -> "Ledger":
        """The ledger with one entry more."""
        is_start = entry.kind is EntryKind.started
        return replace(
            self,
            entries=(*self.entries, entry),
            keys=self.keys | {key},
            opened_at=self.opened_at or (recorded_at if is_start else None),
            setting_id=_setting_id(key) or self.setting_id,
        )


def ledger_of(clock: Clock | Row[Any], events: Iterable[ClockEvent | Row[Any]]) -> Ledger:
    """The ledger of stored events, which are in order."""
    kept = list(events)
    named = (_setting_id(event.entry_key) for event in reversed(kept))
    return Ledger(
        clock_id=clock.id,
        petition_id=clock.petition_id,
        code=clock.code,
        due_on=clock.due_on,
        entries=tuple(entry_of(event) for event in kept),
        keys=frozenset(event.entry_key for event in kept),
        opened_at=next((e.recorded_at for e in kept if e.kind == EntryKind.started), None),
        setting_id=next((number for number in named if number), None),
    )


def entry_of(event: ClockEvent | Row[Any]) -> ClockEntry:
    """A stored ledger entry as the law reads it."""
    return ClockEntry(
        kind=EntryKind(event.kind),
        on=event.on,
        days=event.days,
        until=event.until,
        reason=event.reason,
        basis=event.basis,
        actor=event.actor,
        calendar_version=event.calendar_version,
        alert_key=event.alert_key,
    )


def read_ledger(session: Session, clock: Clock) -> Ledger:
    """The ledger of one clock."""
    return ledger_of(clock, events_of(session, [clock.id]).get(clock.id, ()))


def events_of(session: Session, clock_ids: Sequence[str]) -> dict[str, list[ClockEvent]]:
    """The events of these clocks, each clock's in order; one query."""
    events = session.exec(
        select(ClockEvent)
        .where(col(ClockEvent.clock_id).in_(clock_ids))
        .order_by(col(ClockEvent.clock_id), col(ClockEvent.ordinal))
    )
    return {clock: list(own) for clock, own in groupby(events, key=lambda one: one.clock_id)}


def _setting_id(key: str) -> int | None:
    return int(key.removeprefix(SETTING_KEY)) if key.startswith(SETTING_KEY) else None
