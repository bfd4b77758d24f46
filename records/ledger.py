"""Statutory clocks kept: every change is one ledger entry, checked by the law, and moves the timer.

The functions append an entry, derive the due date anew (law.clock_ledger) and, when the next alert
has moved, tell the engine's watcher by the message `deadline_moved`, in the same transaction.
"""

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session, col, select

from law.alerts import alerts_due, next_alert
from law.clock_checks import check_entry
from law.clock_entries import ClockEntry, EntryKind
from law.clock_ledger import ClockState, fold
from law.clock_rules import ClockRule, rule_for
from law.instants import SHANGHAI
from records import audit, outbox
from records.calendar import load_calendar
from records.errors import ClockNotFound, PetitionNotFound
from records.models import Clock, ClockEvent, Petition
from records.models.petition import new_id

ENGINE = "engine"
# A paused clock has no next alert; its watcher still needs a date to wait for.
NEVER = datetime(9999, 1, 1, tzinfo=SHANGHAI)
# Long enough for a watcher that sits in its alert job, or an engine that is down for days.
MESSAGE_LIFE_MS = 30 * 24 * 3600 * 1000


@dataclass(frozen=True)
class ClockView:
    """A clock as others need it. `next_alert_at` is None once the clock no longer runs."""

    id: str
    petition_id: str
    code: str
    due_on: date
    next_alert_at: datetime | None
    is_running: bool
    is_breached: bool


def open_clock(
    session: Session,
    *,
    petition_id: str,
    code: str,
    started_on: date,
    actor: str,
    now: datetime,
) -> ClockView:
    """Start a clock of this petition; one that runs already is returned as it is.

    Raises PetitionNotFound; law.errors.ClockNotInForce when the rule did not hold on `started_on`.
    """
    # The step that asks may run twice at once: the second waits here, then finds the clock.
    # key_share: rows that only refer to the petition need not wait.
    if session.get(Petition, petition_id, with_for_update={"key_share": True}) is None:
        raise PetitionNotFound
    running = session.exec(
        select(Clock).where(
            Clock.petition_id == petition_id, Clock.code == code, col(Clock.is_running)
        )
    ).first()
    if running:
        return _view(running, _state(session, running), now)
    clock = Clock(id=new_id(), petition_id=petition_id, code=code, due_on=started_on)
    session.add(clock)
    session.flush()
    entry = ClockEntry(EntryKind.started, started_on, actor=actor)
    return _append(session, clock, entry, entry_key="started", now=now)


def extend_clock(
    session: Session, *, clock_id: str, days: int, reason: str, actor: str, now: datetime
) -> ClockView:
    """Extend a clock by days of its unit (D05: article 34, once, at most 30, before it ends).

    Raises law.errors.ExtensionTooLate, ExtensionAlreadyGiven, ExtensionTooLong,
    ExtensionNotAllowed, AlreadyMet; ClockNotFound.
    """
    entry = ClockEntry(EntryKind.extended, _day(now), days=days, reason=reason, actor=actor)
    return _append(session, _get(session, clock_id), entry, entry_key=new_id(), now=now)


def meet_clock(session: Session, *, clock_id: str, actor: str, now: datetime) -> ClockView:
    """The duty was done: the clock stops. Repeating changes nothing."""
    return _end(session, clock_id, ClockEntry(EntryKind.met, _day(now), actor=actor), now)


def withdraw_clock(
    session: Session, *, clock_id: str, reason: str, actor: str, now: datetime
) -> ClockView:
    """The clock no longer applies: it stops without being met. Repeating changes nothing."""
    entry = ClockEntry(EntryKind.withdrawn, _day(now), reason=reason, actor=actor)
    return _end(session, clock_id, entry, now)


def raise_alerts(session: Session, *, clock_id: str, now: datetime) -> ClockView:
    """Record every alert that is due now and was not raised, and say when to look again.

    One breach per due date, however often this is called: the alert's key is unique per clock.
    """
    clock = _get(session, clock_id)
    state = _state(session, clock)
    for alert in alerts_due(state, now, state.raised):
        entry = alert.entry(_day(now), actor=ENGINE, calendar_version=state.calendar_version)
        _append(session, clock, entry, entry_key=alert.key, now=now, tells_engine=False)
    return _view(clock, _state(session, clock), now)


def clocks_of(session: Session, petition_id: str) -> list[tuple[Clock, list[ClockEvent]]]:
    """The clocks of a petition, the nearest due date first, each with its ledger in order."""
    clocks = session.exec(
        select(Clock)
        .where(Clock.petition_id == petition_id)
        .order_by(col(Clock.due_on), col(Clock.id))
    ).all()
    return [(clock, _events(session, clock.id)) for clock in clocks]


def state_of(session: Session, clock: Clock) -> tuple[ClockRule, ClockState]:
    """The rule a clock runs by and where it stands, for pages and explanations."""
    entries = [entry_of(event) for event in _events(session, clock.id)]
    rule = _rule_of(clock.code, entries, clock.due_on)
    return rule, fold(rule, entries, load_calendar(session))


def entry_of(event: ClockEvent) -> ClockEntry:
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


def _end(session: Session, clock_id: str, entry: ClockEntry, now: datetime) -> ClockView:
    clock = _get(session, clock_id)
    if not clock.is_running:
        return _view(clock, _state(session, clock), now)
    return _append(session, clock, entry, entry_key=entry.kind.value, now=now)


def _append(
    session: Session,
    clock: Clock,
    entry: ClockEntry,
    *,
    entry_key: str,
    now: datetime,
    tells_engine: bool = True,
) -> ClockView:
    calendar = load_calendar(session)
    events = _events(session, clock.id)
    entries = [entry_of(event) for event in events]
    rule = _rule_of(clock.code, entries, entry.on)
    before = fold(rule, entries, calendar)
    state = check_entry(rule, entries, entry, calendar)
    event = ClockEvent(
        clock_id=clock.id,
        ordinal=len(events) + 1,
        entry_key=entry_key,
        alert_key=entry.alert_key,
        kind=entry.kind,
        on=entry.on,
        days=entry.days,
        until=entry.until,
        reason=entry.reason,
        basis=entry.basis,
        calendar_version=calendar.version,
        actor=entry.actor,
        recorded_at=now,
    )
    session.add(event)
    if state.due is not None:
        clock.due_on = state.due.due
    clock.is_running = state.is_running
    clock.is_breached = state.breached_on is not None
    session.add(clock)
    session.flush()
    audit.record(
        session,
        now=now,
        actor=entry.actor,
        action=f"clock_{entry.kind}",
        petition_id=clock.petition_id,
        clock=clock.code,
        due_on=clock.due_on.isoformat(),
    )
    view = _view(clock, state, now)
    # The start travels with the process itself; the end takes the watcher away.
    moved = before.started_on is not None and view.next_alert_at is not None
    if tells_engine and moved:
        _tell_watcher(session, view, event.id, now)
    return view


def _tell_watcher(session: Session, view: ClockView, entry_id: str, now: datetime) -> None:
    next_alert_at = view.next_alert_at or NEVER
    outbox.enqueue(
        session,
        "publish_message",
        {
            "name": "deadline_moved",
            "correlation_key": view.id,
            "message_id": entry_id,
            "ttl_ms": MESSAGE_LIFE_MS,
            "variables": {"next_alert_at": next_alert_at.isoformat()},
        },
        ordering_key=view.id,
        now=now,
    )


def _view(clock: Clock, state: ClockState, now: datetime) -> ClockView:
    alert = next_alert(state, now, state.raised)
    return ClockView(
        id=clock.id,
        petition_id=clock.petition_id,
        code=clock.code,
        due_on=clock.due_on,
        next_alert_at=(alert.at if alert else NEVER) if state.is_running else None,
        is_running=state.is_running,
        is_breached=state.breached_on is not None,
    )


def _get(session: Session, clock_id: str) -> Clock:
    clock = session.get(Clock, clock_id, with_for_update=True)
    if clock is None:
        raise ClockNotFound
    return clock


def _events(session: Session, clock_id: str) -> list[ClockEvent]:
    return list(
        session.exec(
            select(ClockEvent)
            .where(ClockEvent.clock_id == clock_id)
            .order_by(col(ClockEvent.ordinal))
        )
    )


def _state(session: Session, clock: Clock) -> ClockState:
    return state_of(session, clock)[1]


def _rule_of(code: str, entries: list[ClockEntry], otherwise: date) -> ClockRule:
    # Old cases keep the old law: the rule is that of the day the clock started.
    return rule_for(code, _start(entries) or otherwise)


def _start(entries: list[ClockEntry]) -> date | None:
    return next((entry.on for entry in entries if entry.kind is EntryKind.started), None)


def _day(now: datetime) -> date:
    return now.astimezone(SHANGHAI).date()
