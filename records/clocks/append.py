"""Appending an entry: checked by the law, kept with its audit, told to the engine when it moves."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlmodel import Session

from law.alerts import next_alert
from law.clock_checks import check_entry
from law.clock_entries import ClockEntry, EntryKind
from law.clock_ledger import ClockState
from law.instants import SHANGHAI
from records import audit
from records.clocks.ledgers import Ledger
from records.clocks.terms import Terms
from records.models import Clock, ClockEvent
from records.models.petition import new_id
from records.outbox import publish_message

# A paused clock has no next alert; its watcher still needs a date to wait for.
NEVER = datetime(9999, 1, 1, tzinfo=SHANGHAI)


@dataclass(frozen=True)
class ClockView:
    """A clock as others need it. `next_alert_at` is None once the clock no longer runs."""

    id: str
    petition_id: str
    matter_id: str | None
    code: str
    due_on: date
    next_alert_at: datetime | None
    is_running: bool
    is_breached: bool


def append_entry(
    session: Session,
    terms: Terms,
    clock: Clock,
    ledger: Ledger,
    entry: ClockEntry,
    *,
    key: str,
    now: datetime,
    tells_engine: bool = True,
) -> tuple[Ledger, ClockState]:
    """Append one entry and give ledger and state with it; a key that is taken changes nothing.

    An entry is computed with the edition its clock runs by; only the start and a move by calendar
    bring another one. `clock` is locked by the caller. Raises what check_entry raises.
    """
    if key in ledger.keys:
        return ledger, terms.state(ledger)
    if not entry.calendar_version:
        entry = replace(entry, calendar_version=terms.calendar(ledger).version)
    longer = ledger.with_entry(entry, key, now)
    calendar = terms.calendar(longer)
    state = check_entry(terms.rule(longer), ledger.entries, entry, calendar)
    event = ClockEvent(
        id=new_id(),
        clock_id=clock.id,
        ordinal=len(longer.entries),
        entry_key=key,
        alert_key=entry.alert_key,
        kind=entry.kind,
        on=entry.on,
        days=entry.days,
        until=entry.until,
        reason=entry.reason,
        basis=entry.basis,
        calendar_version=entry.calendar_version,
        actor=entry.actor,
        recorded_at=now,
    )
    session.add(event)
    if state.due is not None:
        clock.due_on = state.due.due
    clock.is_running = state.is_running
    clock.is_breached = state.breached_on is not None
    session.add(clock)
    audit.record(
        session,
        now=now,
        actor=entry.actor,
        action=f"clock_{entry.kind}",
        petition_id=clock.petition_id,
        clock=clock.code,
        due_on=clock.due_on.isoformat(),
    )
    view = view_of(clock, state, now)
    # The start travels with the process itself; the end takes the watcher away.
    moved = entry.kind is not EntryKind.started and view.next_alert_at is not None
    if tells_engine and moved:
        look_at = view.next_alert_at or NEVER
        tell_watcher(session, view.id, message_id=event.id, look_at=look_at, now=now)
    return replace(longer, due_on=clock.due_on), state


def view_of(clock: Clock, state: ClockState, now: datetime) -> ClockView:
    """The clock with its state, and when its watcher must look again."""
    alert = next_alert(state, now, state.raised)
    return ClockView(
        id=clock.id,
        petition_id=clock.petition_id,
        matter_id=clock.matter_id,
        code=clock.code,
        due_on=clock.due_on,
        next_alert_at=(alert.at if alert else NEVER) if state.is_running else None,
        is_running=state.is_running,
        is_breached=state.breached_on is not None,
    )


def tell_watcher(
    session: Session, clock_id: str, *, message_id: str, look_at: datetime, now: datetime
) -> None:
    """Tell the watcher of this clock when to look again."""
    publish_message(
        session,
        "deadline_moved",
        key=clock_id,
        message_id=message_id,
        variables={"next_alert_at": look_at.isoformat()},
        now=now,
    )
