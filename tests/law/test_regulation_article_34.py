"""Regulation on Petition Work, article 34 - 60 days to handle, once 30 more."""

from datetime import timedelta

import pytest

from law.clock_entries import EntryKind
from law.errors import (
    EntryIncomplete,
    ExtensionAlreadyGiven,
    ExtensionNotAllowed,
    ExtensionTooLate,
    ExtensionTooLong,
    PauseNotAllowed,
)
from law.periods import StepKind
from tests.law import dates as d
from tests.law.ledgers import HANDLING, OBJECTION, add, at, due_of, extended, paused, started

ACCEPTED = started(d.THU_18_DEC_2025)
ONE_DAY = timedelta(days=1)


class TestSixtyDays:
    """What falls under 31(六) is finished within 60 days from acceptance."""

    def test_the_last_day_rolls_over_the_spring_festival(self) -> None:
        due = due_of(HANDLING, ACCEPTED)
        assert (due.due, due.unrolled) == (d.TUE_24_FEB_2026, d.MON_16_FEB_2026)

    def test_alerts_look_at_the_sixtieth_day(self) -> None:
        assert due_of(HANDLING, ACCEPTED).alert_on == d.MON_16_FEB_2026

    def test_a_hearing_does_not_stop_it(self) -> None:
        with pytest.raises(PauseNotAllowed):
            add(HANDLING, ACCEPTED, paused(d.FRI_30_JAN_2026))

    def test_an_office_may_decide_that_a_hearing_stops_it(self) -> None:
        rule = HANDLING.configured(pause=True)
        state = add(rule, ACCEPTED, paused(d.FRI_30_JAN_2026, days=10))
        assert state.due is not None
        assert state.due.unrolled == d.MON_16_FEB_2026 + 10 * ONE_DAY
        with pytest.raises(PauseNotAllowed):
            add(rule.configured(pause=False), ACCEPTED, paused(d.FRI_30_JAN_2026))


class TestExtension:
    """With the leader's approval, once, by no more than 30 days."""

    def test_sixty_and_thirty_days_are_ninety_and_roll_once(self) -> None:
        due = due_of(HANDLING, ACCEPTED, extended(d.FRI_30_JAN_2026))
        assert due.due == due.unrolled == d.WED_18_MAR_2026
        assert StepKind.rolled not in [step.kind for step in due.steps]

    def test_on_the_last_day_it_is_in_time(self) -> None:
        state = add(HANDLING, ACCEPTED, extended(d.TUE_24_FEB_2026))
        assert state.due is not None
        assert (state.due.due, state.extended_days) == (d.WED_18_MAR_2026, 30)

    def test_on_the_day_after_it_is_too_late(self) -> None:
        with pytest.raises(ExtensionTooLate, match="2026-02-25 > 2026-02-24"):
            add(HANDLING, ACCEPTED, extended(d.WED_25_FEB_2026))

    def test_a_breach_changes_nothing_about_that(self) -> None:
        breached = at(EntryKind.breached, d.WED_25_FEB_2026, until=d.TUE_24_FEB_2026)
        with pytest.raises(ExtensionTooLate):
            add(HANDLING, ACCEPTED, breached, extended(d.WED_25_FEB_2026))

    def test_thirty_one_days_are_too_many(self) -> None:
        with pytest.raises(ExtensionTooLong, match="31 > 30"):
            add(HANDLING, ACCEPTED, extended(d.FRI_30_JAN_2026, days=31))

    def test_a_second_one_is_refused_however_short(self) -> None:
        first = extended(d.FRI_30_JAN_2026, days=10)
        with pytest.raises(ExtensionAlreadyGiven):
            add(HANDLING, ACCEPTED, first, extended(d.FRI_13_FEB_2026, days=5))

    @pytest.mark.parametrize("days", [None, 0, -3])
    def test_its_days_must_be_said(self, days: int | None) -> None:
        with pytest.raises(EntryIncomplete):
            add(HANDLING, ACCEPTED, extended(d.FRI_30_JAN_2026, days=days))

    def test_its_approver_must_be_said(self) -> None:
        with pytest.raises(EntryIncomplete):
            add(HANDLING, ACCEPTED, extended(d.FRI_30_JAN_2026, actor=""))

    def test_an_objection_cannot_be_extended(self) -> None:
        with pytest.raises(ExtensionNotAllowed):
            add(OBJECTION, started(d.FRI_26_SEP_2025), extended(d.THU_9_OCT_2025))

    def test_while_the_clock_is_paused_the_last_day_has_not_come(self) -> None:
        rule = HANDLING.configured(pause=True)
        lasting = paused(d.FRI_13_FEB_2026)
        state = add(rule, ACCEPTED, lasting, extended(d.MON_2_MAR_2026))
        assert state.extended_days == 30
