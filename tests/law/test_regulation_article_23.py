"""Regulation on Petition Work, article 23 - units tell the petitioner, or object."""

from datetime import date, datetime, time, timedelta

import pytest

from law.clock_rules import rule_for
from law.errors import (
    ClockNotInForce,
    ObjectionTooLate,
    ObjectionWithoutReasons,
    StatutoryLength,
)
from law.instants import SHANGHAI, end_of_day
from law.notice_duty import NoticeDuty, NoticeKind, is_rated, notice_duty
from law.objection import (
    ObjectionPolicy,
    check_objection,
    must_be_settled_jointly,
    objection_ends,
)
from law.particulars import Particulars
from law.periods import Roll, Unit
from law.sources import cite_basis
from tests.law import dates as d
from tests.law.dates import CALENDAR
from tests.law.ledgers import OBJECTION, add, due_of, started

CLEAR = Particulars(name=True, address=True, request=True, facts=True, reasons=True)
NAME_UNCLEAR = Particulars(name=False, address=True, request=True, facts=True, reasons=True)
ADDRESS_UNCLEAR = Particulars(name=True, address=False, request=True, facts=True, reasons=True)


def duty(
    stated: Particulars = CLEAR,
    *,
    is_forwarded: bool = False,
    on_the_spot: bool = False,
    by_own_rules: bool = False,
) -> NoticeDuty:
    return notice_duty(
        stated,
        received_on=d.FRI_26_SEP_2025,
        is_forwarded=is_forwarded,
        on_the_spot=on_the_spot,
        by_own_rules=by_own_rules,
    )


def code_of(found: NoticeDuty) -> str:
    return found.rule.code if found.rule else ""


class TestParagraph2:
    """Told in writing on the spot if possible, else within 15 days; not if name or address is
    unclear."""

    def test_who_is_present_is_told_on_the_spot(self) -> None:
        assert duty(on_the_spot=True).kind is NoticeKind.on_the_spot

    def test_on_the_spot_the_paper_is_handed_over_whatever_the_name(self) -> None:
        assert duty(NAME_UNCLEAR, on_the_spot=True).kind is NoticeKind.on_the_spot

    def test_else_within_the_fifteen_days_of_the_direct_petition(self) -> None:
        assert (duty().kind, code_of(duty())) == (NoticeKind.within_period, "D02")

    @pytest.mark.parametrize("stated", [NAME_UNCLEAR, ADDRESS_UNCLEAR])
    def test_an_unclear_name_or_address_lifts_the_duty(self, stated: Particulars) -> None:
        found = duty(stated)
        assert (found.kind, found.rule) == (NoticeKind.waived, None)
        assert cite_basis(found.basis) == "《信访工作条例》第二十三条第二款"

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

    def test_who_is_anonymous_is_not_asked_for_a_rating(self) -> None:
        assert not is_rated(NAME_UNCLEAR)
        assert is_rated(ADDRESS_UNCLEAR)


class TestParagraph3:
    """What was forwarded: told within 15 days, or objected to within 5 working days, with reasons;
    material goes back when the sender agrees."""

    def test_what_was_forwarded_is_told_within_fifteen_days(self) -> None:
        found = duty(is_forwarded=True)
        assert (found.kind, code_of(found)) == (NoticeKind.within_period, "D03")

    def test_who_is_not_present_cannot_be_told_on_the_spot(self) -> None:
        assert duty(is_forwarded=True, on_the_spot=True).kind is NoticeKind.within_period

    def test_an_unclear_name_lifts_this_duty_too(self) -> None:
        assert duty(NAME_UNCLEAR, is_forwarded=True).kind is NoticeKind.waived

    def test_the_objection_has_5_working_days(self) -> None:
        assert due_of(OBJECTION, started(d.FRI_26_SEP_2025)).due == d.FRI_10_OCT_2025

    def test_it_ends_with_the_fifth_working_day(self) -> None:
        ends = objection_ends(d.FRI_26_SEP_2025, CALENDAR)
        assert ends == end_of_day(d.FRI_10_OCT_2025)
        last_minute = ends - timedelta(minutes=1)
        check_objection(d.FRI_26_SEP_2025, last_minute, CALENDAR, has_reasons=True)
        with pytest.raises(ObjectionTooLate, match="2025-10-11 00:00"):
            check_objection(d.FRI_26_SEP_2025, ends, CALENDAR, has_reasons=True)

    def test_or_with_the_close_of_business_where_an_office_says_so(self) -> None:
        policy = ObjectionPolicy(closes_at=time(17, 30))
        ends = objection_ends(d.FRI_26_SEP_2025, CALENDAR, policy)
        assert ends == datetime(2025, 10, 10, 17, 30, tzinfo=SHANGHAI)

    def test_it_needs_reasons(self) -> None:
        objected_at = end_of_day(d.THU_9_OCT_2025)
        with pytest.raises(ObjectionWithoutReasons):
            check_objection(d.FRI_26_SEP_2025, objected_at, CALENDAR, has_reasons=False)

    def test_the_second_one_that_was_agreed_to_ends_the_sending_back(self) -> None:
        assert [must_be_settled_jointly(n) for n in range(4)] == [False, False, True, True]
        assert must_be_settled_jointly(1, ObjectionPolicy(agreed_before_joint_handling=1))

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


class TestParagraph4:
    """Organs of justice and of discipline tell by rules of their own."""

    def test_no_clock_of_ours_runs(self) -> None:
        found = duty(by_own_rules=True)
        assert (found.kind, found.rule) == (NoticeKind.own_rules, None)
        assert cite_basis(found.basis)
