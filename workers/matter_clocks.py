"""The clocks of a matter: opened by a step, and named in the engine's variables."""

from datetime import date, datetime

from sqlmodel import Session

from records.clocks.append import ClockView, view_of
from records.clocks.find import latest
from records.clocks.ledgers import read_ledger
from records.clocks.terms import Terms
from records.ledger import ENGINE, open_clock
from records.models import Matter
from workers.cases import alert_at


def open_for(
    session: Session, matter: Matter, code: str, started_on: date, now: datetime
) -> ClockView:
    """A running clock of this code: the one that runs, else a new one. Raises as open_clock."""
    return open_clock(
        session,
        petition_id=matter.petition_id,
        matter_id=matter.id,
        code=code,
        started_on=started_on,
        actor=ENGINE,
        now=now,
    )


def keep_for(
    session: Session, matter: Matter, code: str, started_on: date, now: datetime
) -> ClockView:
    """The clock of this code that the matter has, running or met; else a new one.

    A matter that is returned to its unit gains no days: what was met once does not run again. One
    that was withdrawn, as the route was another, does not count.
    """
    kept = latest(session, code, petition_id=matter.petition_id, matter_id=matter.id)
    state = Terms(session).state(read_ledger(session, kept)) if kept else None
    if kept is None or state is None or state.withdrawn_on is not None:
        return open_for(session, matter, code, started_on, now)
    return view_of(kept, state, now)


def named(name: str, clock: ClockView | None) -> dict[str, str | None]:
    """`<name>_clock_id` and `<name>_next_alert_at`; both null where no such clock is opened."""
    return {
        f"{name}_clock_id": clock.id if clock else None,
        f"{name}_next_alert_at": alert_at(clock) if clock else None,
    }
