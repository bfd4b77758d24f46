"""Whatever happens to a clock, in whatever order: its columns repeat what its ledger says."""

import contextlib
from collections.abc import Callable
from datetime import date, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session

from law.calendar import CalendarDay, DayKind
from law.clock_rules import rule_for
from law.errors import LawError
from records.calendar import load_calendar, make_edition, plan_day
from records.clocks.append import ClockView
from records.clocks.follow import preview_moves
from records.database import Database
from records.ledger import (
    clocks_of,
    correct_receipt,
    extend_clock,
    meet_clock,
    move_by_calendar,
    open_clock,
    pause_clock,
    raise_alerts,
    resume_clock,
    state_of,
    withdraw_clock,
)
from records.models import Clock
from records.petitions import file_petition
from tests.records.cases import A_PETITION, MON_2_MARCH, NOON

SATURDAY = 5  # date.weekday()


def change_a_day(session: Session, on: date, now: datetime) -> str:
    """Turn a working day into a rest day or the reverse; the newest edition's name."""
    is_weekend = on.weekday() >= SATURDAY
    if load_calendar(session).is_workday(on):
        kind = DayKind.rest_day if is_weekend else DayKind.shifted_rest
    else:
        kind = DayKind.makeup_workday if is_weekend else DayKind.workday
    change = plan_day(session, CalendarDay(on, kind, "", "office_setting"))
    make_edition(session, change, actor="admin", now=now)
    return change.after.version


def move(session: Session, clock: str, now: datetime) -> ClockView:
    """The clock's last day becomes what it was not, and the clock follows."""
    due_on = session.get_one(Clock, clock).due_on
    version = change_a_day(session, due_on, now)
    return move_by_calendar(session, clock_id=clock, version=version, actor="x", now=now)


Act = Callable[[Session, str, datetime], ClockView]

ACTS: dict[str, Act] = {
    "alerts": lambda session, clock, now: raise_alerts(session, clock_id=clock, now=now),
    "extend": lambda session, clock, now: extend_clock(
        session, clock_id=clock, days=20, reason="复杂", actor="leader", now=now
    ),
    "too long": lambda session, clock, now: extend_clock(
        session, clock_id=clock, days=31, reason="复杂", actor="leader", now=now
    ),
    "pause": lambda session, clock, now: pause_clock(
        session, clock_id=clock, first_day=now.date(), reason="听证", actor="leader", now=now
    ),
    "resume": lambda session, clock, now: resume_clock(
        session, clock_id=clock, first_day=now.date(), reason="听证", actor="leader", now=now
    ),
    "correct": lambda session, clock, now: correct_receipt(
        session,
        clock_id=clock,
        received_on=now.date() - timedelta(days=20),
        reason="登记有误",
        actor="leader",
        now=now,
    ),
    "move": move,
    "meet": lambda session, clock, now: meet_clock(
        session, clock_id=clock, actor="engine", now=now
    ),
    "withdraw": lambda session, clock, now: withdraw_clock(
        session, clock_id=clock, reason="撤回", actor="clerk", now=now
    ),
}
OFTEN = ("alerts", "alerts", "alerts", "move", "pause", "resume")
happenings = st.lists(
    st.tuples(
        st.sampled_from([*OFTEN, *ACTS]),
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


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(changed=st.lists(st.integers(55, 95), max_size=4, unique=True))
def test_extend_then_move_is_move_then_extend_and_moving_again_moves_nothing(
    sqlite: Database, changed: list[int]
) -> None:
    with sqlite.reading() as session:
        petition = file_petition(session, A_PETITION, filed_by=None, now=NOON)
        ids = []
        for _ in range(2):
            view = open_clock(
                session,
                petition_id=petition.id,
                code="D05",
                started_on=MON_2_MARCH,
                actor="engine",
                now=NOON,
            )
            ids.append(view.id)
            # Set aside, so that the same petition can have a second one.
            session.get_one(Clock, view.id).code = f"D05{len(ids)}"
            session.flush()
        for clock_id in ids:
            session.get_one(Clock, clock_id).code = "D05"
        version = load_calendar(session).version
        for one in changed:
            version = change_a_day(session, MON_2_MARCH + timedelta(days=one), NOON)

        def extend(clock_id: str) -> ClockView:
            return ACTS["extend"](session, clock_id, NOON)

        def follow(clock_id: str) -> ClockView:
            return move_by_calendar(
                session, clock_id=clock_id, version=version, actor="x", now=NOON
            )

        first, second = ids
        extend(first)
        follow(first)
        follow(second)
        assert extend(second).due_on == session.get_one(Clock, first).due_on
        entries = [len(events) for _, events in clocks_of(session, petition.id)]
        follow(first)
        assert [len(events) for _, events in clocks_of(session, petition.id)] == entries
        assert list(preview_moves(session, today=MON_2_MARCH)) == []


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(first=st.integers(0, 25), days=st.integers(1, 60))
def test_a_pause_of_so_many_days_moves_the_end_by_so_many(
    sqlite: Database, first: int, days: int
) -> None:
    with sqlite.reading() as session:
        petition = file_petition(session, A_PETITION, filed_by=None, now=NOON)
        view = open_clock(
            session,
            petition_id=petition.id,
            code="D10",
            started_on=MON_2_MARCH,
            actor="engine",
            now=NOON,
        )
        clock = session.get_one(Clock, view.id)
        before = state_of(session, clock)[1].due
        begin = NOON + timedelta(days=first)
        ACTS["pause"](session, clock.id, begin)
        ACTS["resume"](session, clock.id, begin + timedelta(days=days))
        after = state_of(session, clock)[1].due
        assert before is not None
        assert after is not None
        assert (after.unrolled - before.unrolled).days == days
