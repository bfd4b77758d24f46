"""Whatever happens to a clock, in whatever order: its columns repeat what its ledger says."""

import contextlib
from collections.abc import Callable
from datetime import datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session

from law.clock_rules import rule_for
from law.errors import LawError
from records.database import Database
from records.ledger import (
    ClockView,
    clocks_of,
    extend_clock,
    meet_clock,
    open_clock,
    raise_alerts,
    state_of,
    withdraw_clock,
)
from records.petitions import file_petition
from tests.records.cases import A_PETITION, MON_2_MARCH, NOON

Act = Callable[[Session, str, datetime], ClockView]

ACTS: dict[str, Act] = {
    "alerts": lambda session, clock, now: raise_alerts(session, clock_id=clock, now=now),
    "extend": lambda session, clock, now: extend_clock(
        session, clock_id=clock, days=20, reason="复杂", actor="leader", now=now
    ),
    "too long": lambda session, clock, now: extend_clock(
        session, clock_id=clock, days=31, reason="复杂", actor="leader", now=now
    ),
    "meet": lambda session, clock, now: meet_clock(
        session, clock_id=clock, actor="engine", now=now
    ),
    "withdraw": lambda session, clock, now: withdraw_clock(
        session, clock_id=clock, reason="撤回", actor="clerk", now=now
    ),
}
happenings = st.lists(
    st.tuples(
        st.sampled_from(["alerts", "alerts", "alerts", "extend", "too long", "meet", "withdraw"]),
        st.integers(0, 30 * 24),
    ),
    max_size=8,
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(code=st.sampled_from(["D01", "D04", "D05", "D07", "D10", "D18"]), acts=happenings)
def test_due_date_and_flags_always_equal_the_fold_of_the_ledger(
    sqlite: Database, code: str, acts: list[tuple[str, int]]
) -> None:
    # Rolled back at the end: every example starts from the same empty database.
    with sqlite.reading() as session:
        petition = file_petition(session, A_PETITION, filed_by=None, now=NOON)
        view = open_clock(
            session,
            petition_id=petition.id,
            code=code,
            started_on=MON_2_MARCH,
            actor="engine",
            now=NOON,
        )
        now = NOON
        for act, hours in acts:
            now += timedelta(hours=hours)
            with contextlib.suppress(LawError):
                view = ACTS[act](session, view.id, now)
            session.flush()
            session.expire_all()
            ((clock, events),) = clocks_of(session, petition.id)
            rule, state = state_of(session, clock)
            assert rule == rule_for(code, MON_2_MARCH)
            assert state.due is not None
            assert (clock.due_on, view.due_on) == (state.due.due, state.due.due)
            assert (clock.is_running, view.is_running) == (state.is_running, state.is_running)
            assert clock.is_breached == (state.breached_on is not None)
            assert [event.ordinal for event in events] == list(range(1, len(events) + 1))
            breaches = [event.until for event in events if event.kind == "breached"]
            assert len(breaches) == len(set(breaches))
