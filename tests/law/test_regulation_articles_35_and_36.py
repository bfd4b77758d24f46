"""Regulation on Petition Work, articles 35 and 36 - review, re-review, hearing time."""

from datetime import date

import pytest

from law.clock_entries import ClockEntry
from law.clock_rules import rule_for
from law.errors import ClockAlreadyPaused, ClockNotPaused, EntryIncomplete, PauseTooLate
from law.periods import Roll, StepKind, posted_in_time
from tests.law import dates as d
from tests.law.ledgers import REREVIEW, add, due_of, met, paused, resumed, started, state_of

REQUESTED = started(d.MON_2_MAR_2026)


class TestThirtyDaysEach:
    """Petitioners have 30 days to ask, reviewing bodies 30 days to answer."""

    @pytest.mark.parametrize("code", ["D07", "D08", "D09", "D10"])
    def test_thirty_days(self, code: str) -> None:
        due = due_of(rule_for(code, d.MON_2_MAR_2026), REQUESTED)
        assert due.due == d.WED_1_APR_2026

    @pytest.mark.parametrize("code", ["D07", "D09"])
    def test_the_petitioners_period_rolls_for_all_purposes(self, code: str) -> None:
        assert rule_for(code, d.MON_2_MAR_2026).roll is Roll.over

    def test_a_request_posted_on_the_last_day_meets_the_clock(self) -> None:
        rule = rule_for("D07", d.MON_2_MAR_2026)
        assert posted_in_time(d.WED_1_APR_2026, due_of(rule, REQUESTED).due)
        state = add(rule, REQUESTED, met(d.WED_1_APR_2026))
        assert not state.is_running
        assert not state.is_met_late

    def test_a_request_posted_a_day_later_is_late(self) -> None:
        assert state_of(REREVIEW, REQUESTED, met(date(2026, 4, 2))).is_met_late


class TestHearingTime:
    """36(2): the time a hearing needs is not counted in re-review."""

    def test_ten_days_of_hearing(self) -> None:
        hearing = paused(d.TUE_10_MAR_2026, days=10)
        state = add(REREVIEW, REQUESTED, hearing)
        assert state.due is not None
        assert (state.due.unrolled, state.due.due) == (d.SAT_11_APR_2026, d.MON_13_APR_2026)
        assert (state.paused_days, state.is_paused) == (10, False)

    def test_a_hearing_whose_end_is_not_known_yet_keeps_the_clock_paused(self) -> None:
        state = add(REREVIEW, REQUESTED, paused(d.TUE_10_MAR_2026))
        assert (state.is_paused, state.is_running) == (True, True)

    def test_it_goes_on_when_the_hearing_is_concluded(self) -> None:
        begun, concluded = paused(d.TUE_10_MAR_2026), resumed(d.FRI_20_MAR_2026)
        state = add(REREVIEW, REQUESTED, begun, concluded)
        assert state.due is not None
        assert (state.due.due, state.paused_days) == (d.MON_13_APR_2026, 10)

    def test_an_earlier_conclusion_counts_not_the_plan(self) -> None:
        planned = paused(d.TUE_10_MAR_2026, until=d.WED_1_APR_2026)
        state = add(REREVIEW, REQUESTED, planned, resumed(d.WED_18_MAR_2026))
        assert state.paused_days == 8

    def test_the_pause_is_told_as_a_step_with_its_basis(self) -> None:
        steps = due_of(REREVIEW, REQUESTED, paused(d.TUE_10_MAR_2026, days=10)).steps
        assert [(s.kind, s.amount) for s in steps if s.kind is StepKind.pause_added] == [
            (StepKind.pause_added, 10)
        ]

    def test_two_hearings_one_after_the_other_both_count(self) -> None:
        first = paused(d.TUE_10_MAR_2026, days=3)
        second = paused(d.FRI_20_MAR_2026, days=4)
        assert add(REREVIEW, REQUESTED, first, second).paused_days == 7

    def test_a_pause_within_a_pause_is_refused(self) -> None:
        with pytest.raises(ClockAlreadyPaused):
            add(REREVIEW, REQUESTED, paused(d.TUE_10_MAR_2026), paused(d.WED_18_MAR_2026))

    def test_a_pause_before_a_known_one_is_refused(self) -> None:
        with pytest.raises(ClockAlreadyPaused):
            add(REREVIEW, REQUESTED, paused(d.WED_18_MAR_2026, days=2), paused(d.TUE_10_MAR_2026))

    def test_a_hearing_after_the_period_saves_nothing(self) -> None:
        with pytest.raises(PauseTooLate):
            add(REREVIEW, REQUESTED, paused(d.TUE_7_APR_2026))

    def test_only_what_is_paused_can_be_resumed(self) -> None:
        with pytest.raises(ClockNotPaused):
            add(REREVIEW, REQUESTED, resumed(d.TUE_10_MAR_2026))

    @pytest.mark.parametrize(
        "pause",
        [paused(d.TUE_10_MAR_2026, days=0), paused(d.TUE_10_MAR_2026, until=d.TUE_10_MAR_2026)],
    )
    def test_a_pause_has_at_least_one_day(self, pause: ClockEntry) -> None:
        with pytest.raises(EntryIncomplete):
            add(REREVIEW, REQUESTED, pause)

    def test_the_statutory_pause_cannot_be_switched_off(self) -> None:
        assert REREVIEW.configured(pause=False).pause_rule.allows_pause
