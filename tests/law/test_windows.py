"""The window of a right - it lapses when it ends; nobody is late, and nothing is reminded of."""

from datetime import datetime, timedelta

import pytest

from law.alerts import AlertKind, alerts_due, next_alert
from law.clock_entries import EntryKind
from law.clock_rules import RULES, rule_for
from law.errors import ClockNotRunning, DutyDoesNotLapse, LapseTooEarly, WindowNotBreached
from law.explain import explain_state
from law.period_types import Roll
from law.periods import end_of_day
from tests.law import dates as d
from tests.law.ledgers import HANDLING, add, at, due_of, started, state_of
from tests.law.test_alerts import run_until_quiet

REVIEW = rule_for("D07", d.MON_2_MAR_2026)
SERVED = started(d.MON_2_MAR_2026)
LAST_DAY = due_of(REVIEW, SERVED).due
OVER = end_of_day(LAST_DAY)
THE_DAY_AFTER = LAST_DAY + timedelta(days=1)
WINDOWS = {"D04", "D07", "D09", "D19", "D21", "D24", "D25", "D26"}


def test_rights_are_windows_and_duties_are_not() -> None:
    assert {rule.code for rule in RULES if rule.is_window} == WINDOWS


def test_the_choice_of_a_route_is_an_offices_to_time_and_rolls_for_the_petitioner() -> None:
    rule = rule_for("D24", d.MON_2_MAR_2026)
    assert (rule.is_configurable, rule.roll) == (True, Roll.over)


def test_warnings_come_before_the_end_and_nothing_after_it() -> None:
    entries = [SERVED]
    raised = run_until_quiet(REVIEW, entries, OVER + timedelta(days=100))
    # Nine tenths of thirty days are gone three days before the end: one warning says both.
    assert [name for _, name in raised] == ["warn_50", "warn_75", "days_before_3", "lapse"]
    assert raised[-1][0] == OVER
    assert entries[-1].kind is EntryKind.lapsed


@pytest.mark.parametrize("moment", [OVER, OVER + timedelta(days=40)])
def test_after_an_outage_only_the_end_is_recorded(moment: datetime) -> None:
    state = state_of(REVIEW, SERVED)
    assert [alert.kind for alert in alerts_due(state, moment, state.raised)] == [AlertKind.lapse]


def test_the_instant_before_the_end_nothing_has_lapsed() -> None:
    state = state_of(REVIEW, SERVED)
    before = OVER - timedelta(microseconds=1)
    assert AlertKind.lapse not in [one.kind for one in alerts_due(state, before, state.raised)]


def test_a_lapsed_clock_has_ended_and_is_not_breached() -> None:
    state = add(REVIEW, SERVED, at(EntryKind.lapsed, THE_DAY_AFTER, LAST_DAY))
    assert (state.lapsed_on, state.is_running, state.breached_on) == (THE_DAY_AFTER, False, None)
    assert next_alert(state, OVER, state.raised) is None


def test_an_end_raised_before_its_time_leaves_nothing_to_wait_for() -> None:
    state = state_of(REVIEW, SERVED)
    assert next_alert(state, OVER, {f"lapse:{LAST_DAY}"}) is None


def test_it_takes_no_breach() -> None:
    with pytest.raises(WindowNotBreached, match="D07"):
        add(REVIEW, SERVED, at(EntryKind.breached, THE_DAY_AFTER, LAST_DAY))


def test_it_does_not_lapse_on_its_last_day() -> None:
    with pytest.raises(LapseTooEarly):
        add(REVIEW, SERVED, at(EntryKind.lapsed, LAST_DAY, LAST_DAY))


def test_a_duty_never_lapses() -> None:
    with pytest.raises(DutyDoesNotLapse, match="D05"):
        add(HANDLING, started(d.THU_18_DEC_2025), at(EntryKind.lapsed, d.WED_25_FEB_2026))


def test_nothing_is_added_once_it_has_lapsed() -> None:
    lapsed = at(EntryKind.lapsed, THE_DAY_AFTER, LAST_DAY)
    with pytest.raises(ClockNotRunning):
        add(REVIEW, SERVED, lapsed, at(EntryKind.met, THE_DAY_AFTER))


def test_it_is_told_as_ended_in_both_languages() -> None:
    state = state_of(REVIEW, SERVED, at(EntryKind.lapsed, THE_DAY_AFTER, LAST_DAY))
    assert explain_state(state, REVIEW) == "请求复查：已于2026年4月1日届满，期间未行使。"
    told = explain_state(state, REVIEW, "en")
    assert told == "Request for review. Ended on 1 April 2026, not used."
