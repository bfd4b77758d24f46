"""Statutory clocks kept: every change is one ledger entry, checked by the law, and moves the timer.

The functions append an entry, derive the due date anew (law.clock_ledger) and tell the engine's
watcher when to look again by the message `deadline_moved`, in the same transaction. Those that take
a `key` append nothing when that key was used for the clock before.
"""

from datetime import date, datetime

from sqlmodel import Session, col, select

from law.alerts import alerts_due
from law.clock_entries import ClockEntry, EntryKind
from law.clock_ledger import ClockState
from law.clock_rules import ClockRule
from law.instants import SHANGHAI
from records.clocks.append import ClockView, append_entry, view_of
from records.clocks.ledgers import events_of, ledger_of, read_ledger
from records.clocks.moves import calendar_entry, calendar_key, rule_entry, setting_key
from records.clocks.terms import Terms
from records.errors import ClockNotFound, PetitionNotFound
from records.models import Clock, ClockEvent, ClockSetting, Petition
from records.models.petition import new_id
from records.supervisions.done import tell_duty_done

ENGINE = "engine"


def open_clock(
    session: Session,
    *,
    petition_id: str,
    code: str,
    started_on: date,
    actor: str,
    now: datetime,
    matter_id: str | None = None,
    days: int | None = None,
    until: date | None = None,
    basis: str = "",
    subject: str = "",
) -> ClockView:
    """Start a clock of this petition or of one matter; one that runs is returned as it is.

    `subject` tells apart clocks of one code, as those of several supervisions of a matter.
    `days` or `until` sets its length where a letter or decision does (D11, D16), by `basis`.
    Raises PetitionNotFound; law.errors.ClockNotInForce when the rule did not hold on `started_on`,
    EntryIncomplete when nothing sets the length, StatutoryLength.
    """
    # The step that asks may run twice at once: the second waits here, then finds the clock.
    # key_share: rows that only refer to the petition need not wait.
    if session.get(Petition, petition_id, with_for_update={"key_share": True}) is None:
        raise PetitionNotFound
    running = session.exec(
        select(Clock).where(
            Clock.petition_id == petition_id,
            Clock.matter_id == matter_id,
            Clock.code == code,
            Clock.subject == subject,
            col(Clock.is_running),
        )
    ).first()
    if running:
        return view_of(running, Terms(session).state(read_ledger(session, running)), now)
    clock = Clock(
        id=new_id(),
        petition_id=petition_id,
        matter_id=matter_id,
        subject=subject,
        code=code,
        due_on=started_on,
    )
    session.add(clock)
    session.flush()
    entry = ClockEntry(
        EntryKind.started, started_on, days=days, until=until, basis=basis, actor=actor
    )
    return _append(session, clock, entry, key="started", now=now)


def extend_clock(
    session: Session,
    *,
    clock_id: str,
    days: int,
    reason: str,
    actor: str,
    now: datetime,
    key: str = "",
) -> ClockView:
    """Extend a clock by days of its unit (D05: article 34, once, at most 30, before it ends).

    Raises law.errors.ExtensionTooLate, ExtensionAlreadyGiven, ExtensionTooLong,
    ExtensionNotAllowed, AlreadyMet; ClockNotFound.
    """
    entry = ClockEntry(EntryKind.extended, _day(now), days=days, reason=reason, actor=actor)
    return _append(session, _get(session, clock_id), entry, key=key, now=now)


def pause_clock(
    session: Session,
    *,
    clock_id: str,
    first_day: date,
    reason: str,
    actor: str,
    now: datetime,
    until: date | None = None,
    basis: str = "",
    key: str = "",
) -> ClockView:
    """Stop counting from `first_day` on (D10: hearing time, article 36), up to `until` if known.

    `until` is the first day that counts again. Raises law.errors.PauseNotAllowed, PauseTooLate,
    ClockAlreadyPaused, EntryBeforeStart, EntryIncomplete, AlreadyMet; ClockNotFound.
    """
    entry = ClockEntry(
        EntryKind.paused, first_day, until=until, reason=reason, basis=basis, actor=actor
    )
    return _append(session, _get(session, clock_id), entry, key=key, now=now)


def resume_clock(
    session: Session,
    *,
    clock_id: str,
    first_day: date,
    reason: str,
    actor: str,
    now: datetime,
    key: str = "",
) -> ClockView:
    """Count again from `first_day` on; the due date moves by the days that did not count.

    Raises law.errors.ClockNotPaused, AlreadyMet; ClockNotFound.
    """
    entry = ClockEntry(EntryKind.resumed, first_day, reason=reason, actor=actor)
    return _append(session, _get(session, clock_id), entry, key=key, now=now)


def correct_receipt(
    session: Session,
    *,
    clock_id: str,
    received_on: date,
    reason: str,
    actor: str,
    now: datetime,
    key: str = "",
) -> ClockView:
    """Count from the right day instead; a correction to the day that stands changes nothing.

    Raises law.errors.AlreadyMet, ClockNotRunning; ClockNotFound.
    """
    clock = _get(session, clock_id)
    state = Terms(session).state(read_ledger(session, clock))
    if state.is_running and state.started_on == received_on:
        return view_of(clock, state, now)
    entry = ClockEntry(EntryKind.receipt_corrected, received_on, reason=reason, actor=actor)
    return _append(session, clock, entry, key=key, now=now)


def move_by_calendar(
    session: Session, *, clock_id: str, version: str, actor: str, now: datetime
) -> ClockView:
    """Let a running clock run by this edition of the work calendar from now on.

    Raises records.calendar.EditionNotFound; law.errors.AlreadyMet, ClockNotRunning; ClockNotFound.
    """
    clock = _get(session, clock_id)
    entry = calendar_entry(read_ledger(session, clock), version, actor=actor, today=_day(now))
    return _append(session, clock, entry, key=calendar_key(version), now=now)


def move_by_rule(
    session: Session, *, clock_id: str, setting: ClockSetting, actor: str, now: datetime
) -> ClockView:
    """Let a running clock run by this setting of the office from now on.

    Raises law.errors.AlreadyMet, ClockNotRunning, StatutoryLength; ClockNotFound.
    """
    clock = _get(session, clock_id)
    entry = rule_entry(read_ledger(session, clock), setting, actor=actor, today=_day(now))
    return _append(session, clock, entry, key=setting_key(setting), now=now)


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
    terms, ledger = Terms(session), read_ledger(session, clock)
    state = terms.state(ledger)
    for alert in alerts_due(state, now, state.raised):
        entry = alert.entry(_day(now), actor=ENGINE, calendar_version=state.calendar_version)
        ledger, state = append_entry(
            session, terms, clock, ledger, entry, key=alert.key, now=now, tells_engine=False
        )
    return view_of(clock, state, now)


def clocks_of(session: Session, petition_id: str) -> list[tuple[Clock, list[ClockEvent]]]:
    """The clocks of a petition, the nearest due date first, each with its ledger in order."""
    clocks = session.exec(
        select(Clock)
        .where(Clock.petition_id == petition_id)
        .order_by(col(Clock.due_on), col(Clock.id))
    ).all()
    events = events_of(session, [clock.id for clock in clocks])
    return [(clock, events.get(clock.id, [])) for clock in clocks]


def states_of(
    session: Session, clocks: list[tuple[Clock, list[ClockEvent]]]
) -> list[tuple[ClockRule, ClockState]]:
    """The rule each of these clocks runs by and where it stands, for pages and explanations."""
    terms = Terms(session)
    return [terms.explained_state(ledger_of(clock, events)) for clock, events in clocks]


def state_of(session: Session, clock: Clock) -> tuple[ClockRule, ClockState]:
    """The same for one clock, read anew."""
    return Terms(session).explained_state(read_ledger(session, clock))


def _end(session: Session, clock_id: str, entry: ClockEntry, now: datetime) -> ClockView:
    clock = _get(session, clock_id)
    if not clock.is_running:
        return view_of(clock, Terms(session).state(read_ledger(session, clock)), now)
    view = _append(session, clock, entry, key=entry.kind.value, now=now)
    tell_duty_done(session, clock.id, now=now)
    return view


def _append(
    session: Session, clock: Clock, entry: ClockEntry, *, key: str, now: datetime
) -> ClockView:
    terms, ledger = Terms(session), read_ledger(session, clock)
    # What a person asks for once has no key of its own.
    _, state = append_entry(session, terms, clock, ledger, entry, key=key or new_id(), now=now)
    session.flush()
    return view_of(clock, state, now)


def _get(session: Session, clock_id: str) -> Clock:
    clock = session.get(Clock, clock_id, with_for_update=True)
    if clock is None:
        raise ClockNotFound
    return clock


def _day(now: datetime) -> date:
    return now.astimezone(SHANGHAI).date()
