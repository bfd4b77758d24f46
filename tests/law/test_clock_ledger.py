"""The ledger of a clock - appended entries folded into one state, and what it refuses."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law.calendar import CalendarDay, DayKind, WorkCalendar
from law.clock_checks import check_entry
from law.clock_entries import ClockEntry, EntryKind, Pause, pauses_of
from law.clock_ledger import fold
from law.clock_rules import rule_for
from law.errors import (
    AlreadyMet,
    BreachAlreadyRecorded,
    BreachTooEarly,
    ClockAlreadyStarted,
    ClockNotRunning,
    EntryBeforeStart,
    EntryIncomplete,
    EntryRefused,
    LawError,
    StatutoryLength,
    UnknownArticle,
    UnknownBasis,
)
from tests.law import dates as d
from tests.law.dates import CALENDAR
from tests.law.ledgers import (
    ASSIGNMENT,
    HANDLING,
    OBJECTION,
    REREVIEW,
    add,
    at,
    due_of,
    extended,
    met,
    paused,
    resumed,
    started,
    state_of,
)

ACCEPTED = started(d.THU_18_DEC_2025)
BREACHED = at(EntryKind.breached, d.WED_25_FEB_2026, until=d.TUE_24_FEB_2026)
NEXT_SPRING_DAY_OFF = CalendarDay(d.TUE_24_FEB_2026, DayKind.shifted_rest, "春节", "holiday_notice")


class TestLife:
    """Started, perhaps moved, at last met or withdrawn."""

    def test_an_empty_ledger_is_a_clock_not_started(self) -> None:
        state = state_of(HANDLING)
        assert (state.started_on, state.due, state.is_running) == (None, None, False)
        assert not state.is_met_late

    def test_a_started_clock_runs(self) -> None:
        state = add(HANDLING, ACCEPTED)
        assert state.is_running
        assert (state.started_on, state.calendar_version) == (d.THU_18_DEC_2025, CALENDAR.version)

    def test_it_is_started_once(self) -> None:
        with pytest.raises(ClockAlreadyStarted):
            add(HANDLING, ACCEPTED, started(d.FRI_30_JAN_2026))

    def test_a_corrected_receipt_date_counts_from_then(self) -> None:
        corrected = at(EntryKind.receipt_corrected, d.FRI_26_SEP_2025)
        state = add(OBJECTION, started(d.TUE_23_SEP_2025), corrected)
        assert state.due is not None
        assert (state.started_on, state.due.due) == (d.FRI_26_SEP_2025, d.FRI_10_OCT_2025)

    def test_the_receipt_date_may_be_corrected_to_an_earlier_day(self) -> None:
        corrected = at(EntryKind.receipt_corrected, d.TUE_23_SEP_2025)
        assert add(OBJECTION, started(d.FRI_26_SEP_2025), corrected).is_running

    def test_a_met_clock_stands_still(self) -> None:
        state = add(HANDLING, ACCEPTED, met(d.TUE_24_FEB_2026))
        assert (state.is_running, state.met_on) == (False, d.TUE_24_FEB_2026)
        assert not state.is_met_late

    def test_nothing_is_added_to_a_met_clock(self) -> None:
        with pytest.raises(AlreadyMet):
            add(HANDLING, ACCEPTED, met(d.FRI_30_JAN_2026), met(d.FRI_13_FEB_2026))
        with pytest.raises(AlreadyMet):
            add(HANDLING, ACCEPTED, met(d.FRI_30_JAN_2026), extended(d.FRI_13_FEB_2026))

    def test_a_withdrawn_clock_does_not_run(self) -> None:
        withdrawn = at(EntryKind.withdrawn, d.FRI_30_JAN_2026)
        state = add(HANDLING, ACCEPTED, withdrawn)
        assert (state.is_running, state.withdrawn_on) == (False, d.FRI_30_JAN_2026)
        with pytest.raises(ClockNotRunning):
            add(HANDLING, ACCEPTED, withdrawn, met(d.FRI_13_FEB_2026))

    def test_a_clock_that_was_not_started_takes_nothing_else(self) -> None:
        with pytest.raises(ClockNotRunning):
            add(HANDLING, met(d.FRI_13_FEB_2026))

    def test_what_begins_on_a_day_to_come_can_be_withdrawn_until_then(self) -> None:
        early = at(EntryKind.withdrawn, d.FRI_26_SEP_2025)
        assert not add(HANDLING, started(d.THU_18_DEC_2025), early).is_running

    def test_a_right_is_used_before_its_period_begins_by_public_notice(self) -> None:
        state = add(OBJECTION, started(d.THU_18_DEC_2025), met(d.FRI_26_SEP_2025))
        assert (state.is_running, state.met_on) == (False, d.FRI_26_SEP_2025)
        assert not state.is_met_late

    def test_a_duty_is_done_before_its_period_begins_by_public_notice(self) -> None:
        """A unit that handles anew answers before the review opinion counts as served."""
        state = add(HANDLING, started(d.THU_18_DEC_2025), met(d.FRI_26_SEP_2025))
        assert (state.is_running, state.met_on) == (False, d.FRI_26_SEP_2025)
        assert not state.is_met_late

    def test_no_period_is_extended_before_its_start(self) -> None:
        with pytest.raises(EntryBeforeStart):
            add(HANDLING, ACCEPTED, extended(d.THU_9_OCT_2025))

    def test_an_unknown_basis_is_refused(self) -> None:
        with pytest.raises(UnknownBasis):
            add(HANDLING, replace(ACCEPTED, basis="somewhere:1"))
        with pytest.raises(UnknownArticle):
            add(HANDLING, replace(ACCEPTED, basis="regulation_2022:99"))
        assert add(HANDLING, replace(ACCEPTED, basis="regulation_2022:34")).is_running

    def test_a_refusal_says_what_and_where(self) -> None:
        error = ExampleRefusal("D05 2026-02-25")
        assert str(error) == "Cannot be; do this. D05 2026-02-25"
        assert isinstance(error, LawError)
        assert str(ExampleRefusal()) == "Cannot be; do this."


class ExampleRefusal(EntryRefused):
    """Cannot be; do this."""


class TestBreach:
    """A breach is recorded once per due date and stops nothing."""

    def test_a_breached_clock_keeps_running(self) -> None:
        state = add(HANDLING, ACCEPTED, BREACHED)
        assert (state.is_running, state.breached_on) == (True, d.WED_25_FEB_2026)

    def test_the_answer_after_a_breach_is_late_but_counts(self) -> None:
        state = add(HANDLING, ACCEPTED, BREACHED, met(d.MON_2_MAR_2026))
        assert (state.is_met_late, state.met_on) == (True, d.MON_2_MAR_2026)

    def test_it_is_not_recorded_on_the_last_day(self) -> None:
        early = at(EntryKind.breached, d.TUE_24_FEB_2026, until=d.TUE_24_FEB_2026)
        with pytest.raises(BreachTooEarly):
            add(HANDLING, ACCEPTED, early)

    def test_nor_while_the_clock_is_paused(self) -> None:
        breached = at(EntryKind.breached, d.TUE_7_APR_2026, until=d.WED_1_APR_2026)
        with pytest.raises(BreachTooEarly):
            add(REREVIEW, started(d.MON_2_MAR_2026), paused(d.TUE_10_MAR_2026), breached)

    def test_it_is_recorded_once(self) -> None:
        with pytest.raises(BreachAlreadyRecorded):
            add(HANDLING, ACCEPTED, BREACHED, BREACHED)

    def test_another_due_date_can_be_breached_again(self) -> None:
        moved = at(EntryKind.receipt_corrected, d.FRI_30_JAN_2026)
        again = at(EntryKind.breached, date(2026, 4, 1), until=date(2026, 3, 31))
        assert add(HANDLING, ACCEPTED, BREACHED, moved, again).breached_on == date(2026, 4, 1)

    def test_a_breach_of_a_day_that_has_moved_later_no_longer_counts(self) -> None:
        moved = ClockEntry(EntryKind.moved_by_calendar, d.WED_25_FEB_2026, calendar_version="later")
        changed = CALENDAR.with_day(NEXT_SPRING_DAY_OFF, version="later")
        state = fold(HANDLING, [ACCEPTED, BREACHED, moved], changed)
        assert (state.breached_on, state.raised) == (None, frozenset())
        assert state.due is not None
        assert state.due.due == d.WED_25_FEB_2026

    def test_a_breach_counts_when_the_day_moves_earlier(self) -> None:
        days = [day for day in CALENDAR.days if day.date != d.MON_23_FEB_2026]
        fewer = WorkCalendar(days, version="fewer days off")
        state = fold(HANDLING, [ACCEPTED, BREACHED], fewer)
        assert state.due is not None
        assert (state.due.due, state.breached_on) == (d.MON_23_FEB_2026, d.WED_25_FEB_2026)


class TestMoves:
    """Calendar and rule may change while a clock runs."""

    def test_a_new_notice_moves_the_due_date(self) -> None:
        days = [*(day for day in CALENDAR.days if day.date.year == 2026), NEXT_SPRING_DAY_OFF]
        changed = CALENDAR.with_year(2026, days, version="notice-2")
        moved = ClockEntry(
            EntryKind.moved_by_calendar, d.FRI_30_JAN_2026, calendar_version="notice-2"
        )
        state = check_entry(HANDLING, [ACCEPTED], moved, changed)
        assert state.due is not None
        assert state.due.due == d.WED_25_FEB_2026
        assert (state.calendar_version, state.moved_on) == ("notice-2", d.FRI_30_JAN_2026)

    def test_a_configured_length_may_change(self) -> None:
        rule = rule_for("D16", d.THU_18_DEC_2025)
        moved = ClockEntry(EntryKind.moved_by_rule, d.FRI_30_JAN_2026, days=90)
        assert due_of(rule, ACCEPTED, moved).due == d.WED_18_MAR_2026
        assert add(rule, ACCEPTED, moved).moved_on == d.FRI_30_JAN_2026

    def test_a_set_date_may_change(self) -> None:
        first_day = started(d.FRI_26_SEP_2025, until=d.THU_9_OCT_2025)
        moved = at(EntryKind.moved_by_rule, d.THU_9_OCT_2025, until=d.MON_13_OCT_2025)
        assert due_of(ASSIGNMENT, first_day, moved).due == d.MON_13_OCT_2025

    def test_a_new_law_comes_as_a_new_rule_not_as_a_number(self) -> None:
        moved = at(EntryKind.moved_by_rule, d.FRI_30_JAN_2026)
        shorter = replace(HANDLING, length=45)
        assert due_of(shorter, ACCEPTED, moved).unrolled == date(2026, 2, 1)
        with pytest.raises(StatutoryLength):
            add(HANDLING, ACCEPTED, replace(moved, days=45))

    def test_a_rule_without_length_needs_one(self) -> None:
        with pytest.raises(EntryIncomplete):
            fold(ASSIGNMENT, [started(d.FRI_26_SEP_2025)], CALENDAR)

    @given(st.integers(1, 30), st.integers(0, 50))
    def test_extend_then_move_is_move_then_extend(self, days: int, later: int) -> None:
        extension = extended(d.FRI_30_JAN_2026, days=days)
        moved = at(EntryKind.moved_by_calendar, d.THU_18_DEC_2025 + timedelta(days=later))
        one = state_of(HANDLING, ACCEPTED, extension, moved)
        assert one == state_of(HANDLING, ACCEPTED, moved, extension)

    @given(st.integers(1, 60))
    def test_a_pause_moves_the_unrolled_date_by_its_days(self, days: int) -> None:
        first_day = started(d.MON_2_MAR_2026)
        plain = due_of(REREVIEW, first_day)
        moved = due_of(REREVIEW, first_day, paused(d.TUE_10_MAR_2026, days=days))
        assert (moved.unrolled - plain.unrolled).days == days


class TestPausesOfWorkingDays:
    """Where working days are counted, only those of the pause are added."""

    RULE = OBJECTION.configured(pause=True)

    def test_a_weekend_in_the_pause_adds_nothing(self) -> None:
        # Friday to Monday: Friday and the make-up Saturday are worked, Sunday is not.
        pause = paused(d.FRI_10_OCT_2025, until=d.MON_13_OCT_2025)
        due = due_of(self.RULE, started(d.THU_9_OCT_2025), pause)
        plain = due_of(self.RULE, started(d.THU_9_OCT_2025))
        assert CALENDAR.workdays_between(plain.due, due.due) == 2

    def test_a_pause_of_rest_days_alone_is_no_step(self) -> None:
        pause = paused(d.SUN_12_OCT_2025, days=1)
        assert due_of(self.RULE, started(d.THU_9_OCT_2025), pause) == due_of(
            self.RULE, started(d.THU_9_OCT_2025)
        )

    def test_the_days_told_are_calendar_days(self) -> None:
        pause = paused(d.FRI_10_OCT_2025, until=d.MON_13_OCT_2025)
        assert state_of(self.RULE, started(d.THU_9_OCT_2025), pause).paused_days == 3


def test_a_resumption_without_a_pause_is_ignored_by_the_fold() -> None:
    assert pauses_of([resumed(d.FRI_20_MAR_2026)]) == []


def test_a_pause_covers_its_first_day_and_not_its_end() -> None:
    pause = Pause(d.TUE_10_MAR_2026, d.FRI_20_MAR_2026)
    assert pause.covers(d.TUE_10_MAR_2026)
    assert pause.covers(d.WED_18_MAR_2026)
    assert not pause.covers(d.FRI_20_MAR_2026)
    assert not pause.covers(d.MON_2_MAR_2026)
