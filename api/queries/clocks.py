"""Statutory clocks for pages: until when, and why that day."""

from api.i18n import text_or
from api.queries.reader import Reader
from api.queries.supervision_access import sees_clock
from api.shapes.petition import ClockOut, LedgerEntry
from law.clock_entries import EntryKind
from law.clock_ledger import ClockState
from law.clock_rule import ClockRule
from law.explain import explain_state, explain_step
from law.sources import cite_basis
from records.ledger import clocks_of, states_of
from records.models import Clock, ClockEvent
from records.requests.extension import HANDLING

ASSIGNER = "assigner"


def clock_views(reader: Reader) -> list[ClockOut]:
    """The clocks of a petition and of the matters shown, running ones first."""
    found = [
        pair
        for pair in clocks_of(reader.session, reader.petition.id)
        if reader.shows(pair[0].matter_id)
        and sees_clock(reader.session, reader.person, reader.petition, pair[0])
    ]
    found.sort(key=lambda pair: (not pair[0].is_running, pair[0].due_on))
    reader.actors.load(event.actor for _, events in found for event in events)
    states = states_of(reader.session, found)
    return [
        _view(reader, clock, events, rule, state)
        for (clock, events), (rule, state) in zip(found, states, strict=True)
    ]


def _view(
    reader: Reader, clock: Clock, events: list[ClockEvent], rule: ClockRule, state: ClockState
) -> ClockOut:
    steps = state.due.steps if state.due else ()
    language = reader.language
    return ClockOut(
        id=clock.id,
        code=clock.code,
        matter=reader.ordinal(clock.matter_id),
        name=rule.name_zh if language == "zh" else rule.name_en,
        due_on=clock.due_on,
        days_left=(clock.due_on - reader.today).days,
        is_running=clock.is_running,
        is_breached=clock.is_breached,
        is_paused=state.is_paused,
        is_provisional=clock.is_running and state.due is not None and state.due.provisional,
        can_extend=_can_extend(reader, clock, rule, events),
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
                actor=reader.actors.name(event.actor),
            )
            for event in events
        ],
    )


def _can_extend(reader: Reader, clock: Clock, rule: ClockRule, events: list[ClockEvent]) -> bool:
    """Whether the reader may extend it at once; the handling period of a matter is asked for."""
    extension, petition = rule.extension, reader.petition
    was_extended = any(event.kind == EntryKind.extended for event in events)
    if extension is None or not clock.is_running or (extension.once and was_extended):
        return False
    if extension.approver == ASSIGNER:
        return reader.person.has("bureau_leader", at=petition.bureau_id)
    if clock.matter_id is not None and clock.code == HANDLING:
        return False
    units = {one.id: one.unit_id for one in reader.matters}
    unit = units.get(clock.matter_id) if clock.matter_id else petition.unit_id
    return unit is not None and reader.person.has("unit_leader", at=unit)
