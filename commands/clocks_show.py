"""`./xinfang clocks show`: every clock of a petition, why its day is that day, its whole ledger."""

import typer
from sqlmodel import Session, select

from law.clock_ledger import ClockState
from law.clock_rule import ClockRule
from law.explain import explain_state, explain_step
from law.explain_entries import explain_entry
from law.sources import Language
from records.clocks.ledgers import entry_of
from records.ledger import clocks_of, states_of
from records.models import Clock, ClockEvent, Petition


def told_clocks(session: Session, number: str, language: Language) -> list[dict[str, object]]:
    """The clocks of a petition in words. Says that there is no such petition and exits 2."""
    petition = session.exec(select(Petition).where(Petition.number == number)).first()
    if petition is None:
        raise typer.BadParameter(f"there is no petition {number}")
    clocks = clocks_of(session, petition.id)
    states = states_of(session, clocks)
    return [
        _told(clock, events, rule, state, language)
        for (clock, events), (rule, state) in zip(clocks, states, strict=True)
    ]


def print_clocks(clocks: list[dict[str, object]]) -> None:
    """For reading."""
    for clock in clocks:
        typer.echo(f"{clock['clock']}  {clock['explanation']}")
        for part in ("steps", "ledger"):
            lines = clock[part]
            for line in lines if isinstance(lines, list) else []:
                typer.echo(f"  {'· ' if part == 'steps' else '- '}{line}")
    if not clocks:
        typer.echo("no clocks")


def _told(
    clock: Clock, events: list[ClockEvent], rule: ClockRule, state: ClockState, language: Language
) -> dict[str, object]:
    return {
        "clock": clock.code,
        "due_on": clock.due_on.isoformat(),
        "is_running": clock.is_running,
        "is_breached": clock.is_breached,
        "calendar": state.calendar_version,
        "explanation": explain_state(state, rule, language),
        "steps": [explain_step(step, language) for step in state.due.steps] if state.due else [],
        "ledger": [explain_entry(entry_of(event), language) for event in events],
    }
