"""What an office sets for a clock: from a day on, for clocks that start then, never the statute."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from sqlmodel import Session

from law.clock_entries import EntryKind
from law.errors import (
    LengthSetAtStart,
    PauseNotAllowed,
    PeriodNotInDays,
    PeriodTooShort,
    StatutoryLength,
    UnitOfRunningClocks,
    UnknownBasis,
    UnknownClock,
)
from law.period_types import Roll, Unit
from records.clocks.office_rules import load_rules, set_clock
from records.database import Database
from records.ledger import clocks_of, move_by_rule, open_clock, pause_clock, state_of
from records.models import Clock, ClockSetting
from tests.records.cases import MON_2_MARCH, NOON

# 60 and 45 days after MON_2_MARCH: a holiday that rolls over to 6 May, and a Thursday.
SIXTY, FORTY_FIVE = date(2026, 5, 6), date(2026, 4, 16)


@pytest.fixture
def session(database: Database, petition_id: str) -> Iterator[Session]:
    """One transaction for the whole test, begun when the petition is on file."""
    with database.transaction() as opened:
        yield opened


def given(session: Session, code: str = "D16", **values: object) -> ClockSetting:
    settings = {"in_force_from": MON_2_MARCH, "reason": "示例", "actor": "command", "now": NOON}
    return set_clock(session, code, **settings | values)  # type: ignore[arg-type]


def opened(session: Session, petition_id: str, code: str = "D16") -> Clock:
    view = open_clock(
        session,
        petition_id=petition_id,
        code=code,
        started_on=MON_2_MARCH,
        actor="engine",
        now=NOON,
    )
    return session.get_one(Clock, view.id)


def test_a_clock_runs_by_the_setting_of_its_first_day(session: Session, petition_id: str) -> None:
    given(session, length=45)
    clock = opened(session, petition_id)
    rule, _ = state_of(session, clock)
    assert (clock.due_on, rule.length, rule.basis) == (FORTY_FIVE, 45, "office_setting")


def test_a_setting_from_a_later_day_leaves_it_alone(session: Session, petition_id: str) -> None:
    given(session, length=45, in_force_from=MON_2_MARCH + timedelta(days=1))
    assert opened(session, petition_id).due_on == SIXTY


def test_what_is_set_afterwards_does_not_change_a_clock_behind_its_back(
    session: Session, petition_id: str
) -> None:
    clock = opened(session, petition_id)
    given(session, length=45, now=NOON + timedelta(hours=1))
    rule, state = state_of(session, clock)
    assert state.due is not None
    assert (rule.length, state.due.due) == (60, SIXTY)


def test_settings_add_up_until_the_rule_is_asked_for_again(session: Session) -> None:
    first = given(session, length=45)
    both = given(session, roll=Roll.none)
    plain = given(session, pause=True, from_law=True)
    assert (both.length, both.roll) == (45, Roll.none)
    assert (plain.length, plain.roll, plain.pause) == (None, None, True)
    assert load_rules(session).all("D16") == [first, both, plain]


def test_roll_and_pause_of_a_statutory_clock_can_be_set(session: Session, petition_id: str) -> None:
    given(session, "D05", roll=Roll.none, pause=True)
    clock = opened(session, petition_id, "D05")
    assert clock.due_on == date(2026, 5, 1)
    rule, _ = state_of(session, clock)
    assert rule.basis == "regulation_2022:34"
    paused = pause_clock(
        session,
        clock_id=clock.id,
        first_day=NOON.date() + timedelta(days=1),
        until=NOON.date() + timedelta(days=11),
        reason="听证",
        actor="unit_leader_zj",
        now=NOON,
    )
    assert paused.due_on == date(2026, 5, 11)


def test_without_a_setting_handling_is_not_paused(session: Session, petition_id: str) -> None:
    clock = opened(session, petition_id, "D05")
    with pytest.raises(PauseNotAllowed):
        pause_clock(
            session,
            clock_id=clock.id,
            first_day=NOON.date(),
            reason="听证",
            actor="unit_leader_zj",
            now=NOON,
        )


@pytest.mark.parametrize(
    ("code", "values", "error"),
    [
        ("D05", {"length": 45}, StatutoryLength),
        ("D04", {"unit": Unit.calendar}, StatutoryLength),
        ("D11", {"length": 30}, LengthSetAtStart),
        ("D11", {"unit": Unit.workdays}, LengthSetAtStart),
        ("D16", {"length": 0}, PeriodTooShort),
        ("D16", {"unit": Unit.hours}, PeriodNotInDays),
        ("D12", {"unit": Unit.calendar, "applies_to_running": True}, UnitOfRunningClocks),
        ("D16", {"length": 45, "basis": "somewhere:1"}, UnknownBasis),
        ("D99", {"length": 45}, UnknownClock),
    ],
)
def test_what_the_law_does_not_leave_to_the_office_is_refused(
    session: Session, code: str, values: dict[str, object], error: type[Exception]
) -> None:
    with pytest.raises(error):
        given(session, code, **values)
    assert load_rules(session).all(code) == []


def test_running_clocks_keep_their_unit_whichever_setting_gave_it(session: Session) -> None:
    given(session, "D12", unit=Unit.calendar)
    with pytest.raises(UnitOfRunningClocks):
        given(session, "D12", unit=Unit.workdays, applies_to_running=True)


class TestMovedByRule:
    """A setting for running clocks is an entry of each clock's ledger."""

    def test_it_moves_a_clock_once(self, session: Session, petition_id: str) -> None:
        clock = opened(session, petition_id)
        setting = given(session, length=45, applies_to_running=True)
        for _ in range(2):
            view = move_by_rule(
                session, clock_id=clock.id, setting=setting, actor="command", now=NOON
            )
            assert view.due_on == FORTY_FIVE
        ((_, events),) = clocks_of(session, petition_id)
        assert [event.kind for event in events] == ["started", "moved_by_rule"]
        assert (events[-1].days, events[-1].reason) == (45, "示例")
        assert state_of(session, clock)[0].length == 45

    def test_a_length_set_by_a_decision_stays(self, session: Session, petition_id: str) -> None:
        view = open_clock(
            session,
            petition_id=petition_id,
            code="D16",
            started_on=MON_2_MARCH,
            days=20,
            actor="engine",
            now=NOON,
        )
        setting = given(session, length=45, applies_to_running=True)
        moved = move_by_rule(session, clock_id=view.id, setting=setting, actor="x", now=NOON)
        assert moved.due_on == view.due_on

    def test_going_back_to_the_rule_moves_it_back(self, session: Session, petition_id: str) -> None:
        clock = opened(session, petition_id)
        for values in ({"length": 45}, {"from_law": True}):
            setting = given(session, applies_to_running=True, **values)
            move_by_rule(session, clock_id=clock.id, setting=setting, actor="x", now=NOON)
        assert clock.due_on == SIXTY
        kinds = [event.kind for event in clocks_of(session, petition_id)[0][1]]
        assert kinds.count(EntryKind.moved_by_rule) == 2
