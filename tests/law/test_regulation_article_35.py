"""Regulation on Petition Work, article 35 - review."""

from datetime import date

import pytest

from law.clock_rules import rule_for
from law.decision_facts import ReviewStage, Timeliness
from law.levels import Level
from law.periods import Roll, posted_in_time
from law.repetition import EarlierMatter, Finding, RepetitionState, Stage, repetition_of
from law.review_window import timeliness, window_end
from tests.law import dates as d
from tests.law.dates import CALENDAR
from tests.law.ledgers import add, due_of, met, started

RECEIVED = started(d.MON_2_MAR_2026)


def guided(
    on: date, *, received_on: date | None = d.MON_2_MAR_2026, just_cause: bool = False
) -> Finding:
    served = EarlierMatter("m1", Stage.opinion_served, Level.county, served_on=received_on)
    return repetition_of(
        [served], at=Level.city, today=on, calendar=CALENDAR, just_cause=just_cause
    )


class TestThirtyDays:
    """Thirty days from the written answer to ask the next higher organ, thirty for it to decide."""

    @pytest.mark.parametrize("code", ["D07", "D08"])
    def test_thirty_days(self, code: str) -> None:
        assert due_of(rule_for(code, d.MON_2_MAR_2026), RECEIVED).due == d.WED_1_APR_2026

    def test_the_petitioners_period_rolls_for_all_purposes(self) -> None:
        assert rule_for("D07", d.MON_2_MAR_2026).roll is Roll.over
        assert window_end(ReviewStage.review, d.THU_5_MAR_2026, CALENDAR) == d.TUE_7_APR_2026

    def test_a_request_posted_on_the_last_day_meets_the_clock(self) -> None:
        rule = rule_for("D07", d.MON_2_MAR_2026)
        assert posted_in_time(d.WED_1_APR_2026, due_of(rule, RECEIVED).due)
        state = add(rule, RECEIVED, met(d.WED_1_APR_2026))
        assert not state.is_running
        assert not state.is_met_late

    @pytest.mark.parametrize(
        ("asked_on", "posted_on", "just_cause", "expected"),
        [
            (d.WED_1_APR_2026, None, False, Timeliness.in_time),
            (d.TUE_7_APR_2026, d.WED_1_APR_2026, False, Timeliness.posted_in_time),
            (d.TUE_7_APR_2026, d.THU_2_APR_2026, False, Timeliness.late),
            (d.THU_2_APR_2026, None, False, Timeliness.late),
            (d.THU_2_APR_2026, None, True, Timeliness.late_with_cause),
        ],
    )
    def test_when_a_request_is_in_time(
        self, asked_on: date, posted_on: date | None, just_cause: bool, expected: Timeliness
    ) -> None:
        answer = timeliness(
            ReviewStage.review,
            d.MON_2_MAR_2026,
            CALENDAR,
            asked_on=asked_on,
            posted_on=posted_on,
            just_cause=just_cause,
        )
        assert answer is expected

    def test_a_window_of_before_may_2022_has_ended(self) -> None:
        assert window_end(ReviewStage.review, d.SAT_30_APR_2022, CALENDAR) is None
        answer = timeliness(
            ReviewStage.review, d.SAT_30_APR_2022, CALENDAR, asked_on=d.MON_2_MAR_2026
        )
        assert answer is Timeliness.late


class TestRaisedAgain:
    """Who raises the matter again instead of asking for review is told where to go."""

    def test_while_the_window_is_open(self) -> None:
        assert guided(d.WED_1_APR_2026) == Finding(
            RepetitionState.review_open, "regulation_2022:35", "m1", d.WED_1_APR_2026
        )

    def test_before_the_opinion_has_been_received(self) -> None:
        assert guided(d.WED_1_APR_2026, received_on=None).state is RepetitionState.review_open

    def test_after_the_window_it_is_missed_by_local_rule(self) -> None:
        finding = guided(d.THU_2_APR_2026)
        assert (finding.state, finding.basis) == (RepetitionState.review_missed, "local_rule")

    def test_with_a_just_cause_the_way_is_open_all_the_same(self) -> None:
        finding = guided(d.THU_2_APR_2026, just_cause=True)
        assert (finding.state, finding.last_day) == (
            RepetitionState.review_open,
            d.WED_1_APR_2026,
        )

    def test_an_opinion_of_before_may_2022_has_no_window_any_more(self) -> None:
        finding = guided(d.MON_2_MAR_2026, received_on=d.SAT_30_APR_2022)
        assert (finding.state, finding.last_day) == (RepetitionState.review_missed, None)
