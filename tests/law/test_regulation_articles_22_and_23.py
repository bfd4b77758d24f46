"""Regulation on Petition Work, articles 22 and 23 - registering, telling, objecting."""

from datetime import date, timedelta

import pytest

from law.clock_rules import rule_for
from law.errors import ClockNotInForce, EntryIncomplete, StatutoryLength
from law.periods import Roll, Unit
from tests.law import dates as d
from tests.law.ledgers import ASSIGNMENT, OBJECTION, add, due_of, extended, started


class TestArticle22:
    """The bureau deals with what it receives within 15 days; an assignment sets its own date."""

    def test_the_bureau_has_15_days(self) -> None:
        rule = rule_for("D01", d.TUE_23_SEP_2025)
        assert (rule.length, rule.unit) == (15, Unit.calendar)
        assert due_of(rule, started(d.TUE_23_SEP_2025)).due == d.THU_9_OCT_2025

    def test_an_assignment_is_due_when_its_letter_says(self) -> None:
        assert ASSIGNMENT.is_configurable
        due = due_of(ASSIGNMENT, started(d.FRI_26_SEP_2025, until=d.WED_1_OCT_2025))
        assert due.due == d.WED_1_OCT_2025

    def test_an_assignment_may_give_days_instead(self) -> None:
        due = due_of(ASSIGNMENT, started(d.FRI_26_SEP_2025, days=14))
        assert due.due == d.FRI_10_OCT_2025

    def test_an_assignment_without_date_or_days_is_refused(self) -> None:
        with pytest.raises(EntryIncomplete):
            add(ASSIGNMENT, started(d.FRI_26_SEP_2025))

    def test_its_assigner_may_extend_it_more_than_once(self) -> None:
        first_day = started(d.FRI_26_SEP_2025, until=d.THU_9_OCT_2025)
        once = extended(d.THU_9_OCT_2025, days=1, actor="assigner")
        twice = extended(d.FRI_10_OCT_2025, days=45, actor="assigner")
        state = add(ASSIGNMENT, first_day, once, twice)
        assert state.extended_days == 46
        assert state.due is not None
        assert state.due.due == d.THU_9_OCT_2025 + timedelta(days=46)


class TestArticle23:
    """Units tell the petitioner in writing within 15 days, or object within 5 working days."""

    @pytest.mark.parametrize("code", ["D02", "D03"])
    def test_the_written_notice_has_15_days_unless_the_name_is_unclear(self, code: str) -> None:
        rule = rule_for(code, d.FRI_26_SEP_2025)
        assert (rule.length, rule.unit) == (15, Unit.calendar)
        assert rule.waived_if == "name_or_address_unclear"
        assert due_of(rule, started(d.FRI_26_SEP_2025)).due == d.SAT_11_OCT_2025

    @pytest.mark.parametrize("code", ["D02", "D03"])
    def test_before_may_2022_the_notice_was_on_acceptance(self, code: str) -> None:
        old, new = rule_for(code, d.SAT_30_APR_2022), rule_for(code, d.SUN_1_MAY_2022)
        assert old.basis == "regulation_2005"
        assert new.basis.startswith("regulation_2022:23")
        assert old.length == new.length == 15

    def test_the_objection_has_5_working_days(self) -> None:
        assert due_of(OBJECTION, started(d.FRI_26_SEP_2025)).due == d.FRI_10_OCT_2025

    def test_the_objection_is_new_in_2022(self) -> None:
        with pytest.raises(ClockNotInForce, match="D04 2022-04-30"):
            rule_for("D04", d.SAT_30_APR_2022)

    def test_the_limits_cannot_be_configured(self) -> None:
        with pytest.raises(StatutoryLength):
            OBJECTION.configured(length=7)
        with pytest.raises(StatutoryLength):
            add(OBJECTION, started(d.FRI_26_SEP_2025, days=7))
        with pytest.raises(StatutoryLength):
            add(OBJECTION, started(d.FRI_26_SEP_2025, until=d.MON_13_OCT_2025))

    def test_saying_the_statutory_length_again_does_no_harm(self) -> None:
        state = add(OBJECTION, started(d.FRI_26_SEP_2025, days=5))
        assert state.due is not None
        assert state.due.due == d.FRI_10_OCT_2025

    def test_an_office_may_decide_not_to_roll(self) -> None:
        rule = rule_for("D03", d.TUE_23_SEP_2025).configured(roll=Roll.none)
        assert due_of(rule, started(d.TUE_23_SEP_2025)).due == date(2025, 10, 8)
