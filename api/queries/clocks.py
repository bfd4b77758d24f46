"""Statutory clocks for pages: until when, and why that day."""

from datetime import date

from sqlmodel import Session, col, select

from api.i18n import text_or
from api.language import Language
from api.queries.actors import Actors
from api.shapes.petition import ClockOut, LedgerEntry
from law.clock_entries import EntryKind
from law.clock_ledger import ClockState
from law.clock_rule import ClockRule
from law.explain import explain_state, explain_step
from law.sources import cite_basis
from records.errors import ClockNotFound
from records.ledger import clocks_of, states_of
from records.models import Clock, ClockEvent


def clock_views(
    session: Session, petition_id: str, actors: Actors, language: Language, today: date
) -> list[ClockOut]:
    """The clocks of a petition, running ones first."""
    found = clocks_of(session, petition_id)
    found.sort(key=lambda pair: (not pair[0].is_running, pair[0].due_on))
    actors.load(event.actor for _, events in found for event in events)
    states = states_of(session, found)
    return [
        _view(clock, events, rule, state, actors, language, today)
        for (clock, events), (rule, state) in zip(found, states, strict=True)
    ]


def running_clock(session: Session, petition_id: str, code: str) -> Clock:
    """The running clock of this code. Raises ClockNotFound."""
    clock = session.exec(
        select(Clock).where(
            Clock.petition_id == petition_id, Clock.code == code, col(Clock.is_running)
        )
    ).first()
    if clock is None:
        raise ClockNotFound
    return clock


def _view(
    clock: Clock,
    events: list[ClockEvent],
    rule: ClockRule,
    state: ClockState,
    actors: Actors,
    language: Language,
    today: date,
) -> ClockOut:
    steps = state.due.steps if state.due else ()
    return ClockOut(
        id=clock.id,
        code=clock.code,
        name=rule.name_zh if language == "zh" else rule.name_en,
        due_on=clock.due_on,
        days_left=(clock.due_on - today).days,
        is_running=clock.is_running,
        is_breached=clock.is_breached,
        is_paused=state.is_paused,
        is_provisional=clock.is_running and state.due is not None and state.due.provisional,
        can_extend=rule.extension is not None
        and clock.is_running
        and not any(event.kind == EntryKind.extended for event in events),
        explanation=[
            explain_state(state, rule, language),
            *(explain_step(step, language) for step in steps),
        ],
        entries=[
            LedgerEntry(
                on=event.on,
                kind=event.kind,
                name=text_or(language, f"entry.{event.kind}", event.kind),
                days=event.days,
                until=event.until,
                reason=event.reason or None,
                basis=cite_basis(event.basis, language) if event.basis else None,
                actor=actors.name(event.actor),
            )
            for event in events
        ],
    )
