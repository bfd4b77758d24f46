"""Regulation on Petition Work, article 36 - re-review, hearing time, finality."""

import pytest

from law.clock_entries import ClockEntry
from law.clock_rules import rule_for
from law.decision_facts import ReviewStage, Timeliness
from law.errors import (
    ClockAlreadyPaused,
    ClockNotPaused,
    EntryIncomplete,
    NewFactsUndecided,
    PauseTooLate,
)
from law.levels import Level
from law.new_facts import check_new_facts
from law.periods import Roll, StepKind
from law.repetition import EarlierMatter, Finding, RepetitionState, Stage, repetition_of
from law.review_window import timeliness
from tests.law import dates as d
from tests.law.dates import CALENDAR
from tests.law.ledgers import REREVIEW, add, due_of, met, paused, resumed, started, state_of

REQUESTED = started(d.MON_2_MAR_2026)
FINAL = EarlierMatter("m1", Stage.rereview_opinion_served, Level.province)


class TestParagraph1:
    """Thirty days to ask for re-review, thirty to decide on it."""

    @pytest.mark.parametrize("code", ["D09", "D10"])
    def test_thirty_days(self, code: str) -> None:
        assert due_of(rule_for(code, d.MON_2_MAR_2026), REQUESTED).due == d.WED_1_APR_2026

    def test_the_petitioners_period_rolls_for_all_purposes(self) -> None:
        assert rule_for("D09", d.MON_2_MAR_2026).roll is Roll.over

    def test_a_decision_a_day_later_is_late(self) -> None:
        assert state_of(REREVIEW, REQUESTED, met(d.THU_2_APR_2026)).is_met_late

    def test_while_the_window_is_open_the_petitioner_is_guided_there(self) -> None:
        served = EarlierMatter(
            "m1", Stage.review_opinion_served, Level.city, served_on=d.MON_2_MAR_2026
        )
        finding = repetition_of(
            [served], at=Level.province, today=d.WED_1_APR_2026, calendar=CALENDAR
        )
        assert finding == Finding(
            RepetitionState.rereview_open, "regulation_2022:36(1)", "m1", d.WED_1_APR_2026
        )

    def test_a_request_on_the_last_day_is_in_time(self) -> None:
        answer = timeliness(
            ReviewStage.rereview, d.MON_2_MAR_2026, CALENDAR, asked_on=d.WED_1_APR_2026
        )
        assert answer is Timeliness.in_time


class TestParagraph2:
    """The time a hearing needs is not counted in re-review."""

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


class TestParagraph3:
    """After re-review the same facts and reasons are not taken up again, by anybody."""

    @pytest.mark.parametrize("at", Level)
    def test_it_is_final_at_every_level(self, at: Level) -> None:
        finding = repetition_of([FINAL], at=at, today=d.MON_2_MAR_2026, calendar=CALENDAR)
        assert (finding.state, finding.basis) == (
            RepetitionState.final,
            "regulation_2022:36(3)",
        )

    def test_new_facts_are_another_matter(self) -> None:
        finding = repetition_of(
            [FINAL], at=Level.city, today=d.MON_2_MAR_2026, calendar=CALENDAR, new_facts=True
        )
        assert finding.state is RepetitionState.new_facts

    def test_a_clerk_and_a_leader_say_so_with_a_reason(self) -> None:
        check_new_facts(clerk="clerk", leader="leader", has_reason=True)

    @pytest.mark.parametrize(
        ("clerk", "leader", "has_reason"),
        [
            ("clerk", "leader", False),
            ("clerk", "", True),
            ("", "leader", True),
            ("leader", "leader", True),
        ],
    )
    def test_one_of_them_or_no_reason_is_not_enough(
        self, clerk: str, leader: str, has_reason: bool
    ) -> None:
        with pytest.raises(NewFactsUndecided):
            check_new_facts(clerk=clerk, leader=leader, has_reason=has_reason)
