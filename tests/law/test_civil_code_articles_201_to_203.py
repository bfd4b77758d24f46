"""Civil Code, articles 201 to 203 - how a period is counted, applied to petitions by analogy."""

from datetime import date

import pytest

from law.errors import PeriodNotInDays, PeriodTooLong, PeriodTooShort
from law.periods import Roll, StepKind, Unit, due_date, extension_of, set_date
from tests.law import dates as d
from tests.law.dates import CALENDAR


def kinds_of_steps(start: date, length: int, unit: Unit, roll: Roll = Roll.over) -> list[StepKind]:
    return [step.kind for step in due_date(start, length, unit, CALENDAR, roll).steps]


class TestArticle201:
    """The day on which a period starts is not counted; counting begins with the next one."""

    def test_one_day_from_thursday_ends_on_friday(self) -> None:
        assert due_date(d.THU_9_OCT_2025, 1, Unit.calendar, CALENDAR).due == d.FRI_10_OCT_2025

    @pytest.mark.parametrize("unit", [Unit.calendar, Unit.workdays, Unit.months])
    def test_the_first_step_says_so(self, unit: Unit) -> None:
        first = due_date(d.THU_9_OCT_2025, 1, unit, CALENDAR).steps[0]
        assert (first.kind, first.on) == (StepKind.start_day_not_counted, d.THU_9_OCT_2025)
        assert first.basis == "civil_code:201"

    @pytest.mark.parametrize("length", [0, -1])
    def test_a_period_has_at_least_one_day(self, length: int) -> None:
        with pytest.raises(PeriodTooShort):
            due_date(d.THU_9_OCT_2025, length, Unit.calendar, CALENDAR)

    def test_nothing_is_subtracted_from_a_period(self) -> None:
        shortened = [extension_of(-1, "local_rule")]
        with pytest.raises(PeriodTooShort):
            due_date(d.THU_9_OCT_2025, 5, Unit.calendar, CALENDAR, added=shortened)
        with pytest.raises(PeriodTooShort):
            set_date(d.THU_9_OCT_2025, d.MON_13_OCT_2025, CALENDAR, added=shortened)

    def test_hours_are_not_counted_in_days(self) -> None:
        with pytest.raises(PeriodNotInDays):
            due_date(d.THU_9_OCT_2025, 2, Unit.hours, CALENDAR)

    @pytest.mark.parametrize(
        ("length", "unit"),
        [
            (3_000_000, Unit.calendar),
            (10**12, Unit.calendar),
            (100_000, Unit.months),
        ],
    )
    def test_a_period_beyond_the_year_9999_is_refused(self, length: int, unit: Unit) -> None:
        with pytest.raises(PeriodTooLong):
            due_date(d.THU_9_OCT_2025, length, unit, CALENDAR)

    def test_working_days_beyond_the_year_9999_are_refused(self) -> None:
        with pytest.raises(PeriodTooLong):
            due_date(date(9999, 12, 1), 40, Unit.workdays, CALENDAR)
        with pytest.raises(PeriodTooLong):
            set_date(date(9999, 1, 1), date.max, CALENDAR, added=[extension_of(1, "local_rule")])


class TestArticle202:
    """A period of months ends on the corresponding day, or on the month's last day without one."""

    @pytest.mark.parametrize(
        ("start", "months", "unrolled"),
        [
            (date(2026, 1, 15), 2, date(2026, 3, 15)),
            (date(2026, 1, 31), 1, date(2026, 2, 28)),
            (date(2023, 12, 31), 2, date(2024, 2, 29)),
            (date(2026, 2, 28), 1, date(2026, 3, 28)),
            (date(2025, 11, 30), 3, date(2026, 2, 28)),
            (date(2025, 12, 1), 12, date(2026, 12, 1)),
        ],
    )
    def test_the_corresponding_day(self, start: date, months: int, unrolled: date) -> None:
        assert due_date(start, months, Unit.months, CALENDAR).unrolled == unrolled

    def test_a_month_without_the_day_is_told_in_a_step(self) -> None:
        steps = due_date(d.SAT_31_JAN_2026, 1, Unit.months, CALENDAR).steps
        assert StepKind.month_end_taken in [step.kind for step in steps]
        assert StepKind.month_end_taken not in kinds_of_steps(d.FRI_30_JAN_2026, 2, Unit.months)

    def test_months_roll_as_days_do(self) -> None:
        # 15 March 2026 is a Sunday.
        assert due_date(date(2026, 1, 15), 2, Unit.months, CALENDAR).due == date(2026, 3, 16)


class TestArticle203:
    """A last day on a rest day moves to the day after the rest; make-up days are working days."""

    @pytest.mark.parametrize(
        ("start", "length", "due"),
        [
            pytest.param(d.TUE_23_SEP_2025, 15, d.THU_9_OCT_2025, id="national_day_break"),
            pytest.param(d.FRI_26_SEP_2025, 15, d.SAT_11_OCT_2025, id="makeup_saturday_stays"),
            pytest.param(d.THU_18_DEC_2025, 60, d.TUE_24_FEB_2026, id="spring_festival"),
            pytest.param(d.THU_18_DEC_2025, 90, d.WED_18_MAR_2026, id="ninety_days"),
            pytest.param(d.FRI_20_MAR_2026, 15, d.TUE_7_APR_2026, id="qingming_break"),
            pytest.param(d.FRI_30_JAN_2026, 15, d.SAT_14_FEB_2026, id="makeup_before_festival"),
            pytest.param(d.MON_2_MAR_2026, 40, d.MON_13_APR_2026, id="thirty_and_ten_of_hearing"),
        ],
    )
    def test_calendar_days(self, start: date, length: int, due: date) -> None:
        result = due_date(start, length, Unit.calendar, CALENDAR)
        assert (result.due, result.provisional) == (due, False)

    @pytest.mark.parametrize(
        ("start", "length", "due"),
        [
            pytest.param(d.FRI_26_SEP_2025, 5, d.FRI_10_OCT_2025, id="around_national_day"),
            pytest.param(d.FRI_13_FEB_2026, 3, d.WED_25_FEB_2026, id="makeup_day_counts"),
            pytest.param(d.FRI_13_FEB_2026, 10, d.THU_5_MAR_2026, id="two_makeup_days_count"),
            pytest.param(d.FRI_18_SEP_2026, 10, d.FRI_9_OCT_2026, id="mid_autumn_and_national_day"),
            pytest.param(d.THU_30_APR_2026, 1, d.WED_6_MAY_2026, id="labour_day"),
        ],
    )
    def test_working_days(self, start: date, length: int, due: date) -> None:
        result = due_date(start, length, Unit.workdays, CALENDAR)
        assert (result.due, result.unrolled, result.provisional) == (due, due, False)

    def test_the_rolling_is_told_with_the_holiday_and_the_article(self) -> None:
        rolled = due_date(d.THU_18_DEC_2025, 60, Unit.calendar, CALENDAR).steps[-1]
        assert (rolled.kind, rolled.amount) == (StepKind.rolled, 8)
        assert (rolled.name, rolled.basis) == ("春节", "civil_code:203")

    def test_a_plain_weekend_has_no_name(self) -> None:
        rolled = due_date(d.FRI_10_OCT_2025, 2, Unit.calendar, CALENDAR).steps[-1]
        assert (rolled.kind, rolled.on, rolled.name) == (StepKind.rolled, d.MON_13_OCT_2025, "")

    def test_a_makeup_day_that_stays_is_told(self) -> None:
        kept = due_date(d.FRI_26_SEP_2025, 15, Unit.calendar, CALENDAR).steps[-1]
        assert (kept.kind, kept.on) == (StepKind.makeup_workday_kept, d.SAT_11_OCT_2025)

    def test_working_days_tell_which_holidays_they_went_around(self) -> None:
        counted = due_date(d.FRI_26_SEP_2025, 5, Unit.workdays, CALENDAR).steps[-1]
        assert counted.name == "国庆节、中秋节"

    def test_without_rolling_the_rest_day_stays_the_last_day(self) -> None:
        result = due_date(d.THU_18_DEC_2025, 60, Unit.calendar, CALENDAR, Roll.none)
        assert result.due == result.unrolled == d.MON_16_FEB_2026
        assert result.steps[-1].kind is StepKind.rest_day_kept

    def test_by_analogy_the_date_rolls_but_alerts_look_at_the_unrolled_one(self) -> None:
        result = due_date(d.THU_18_DEC_2025, 60, Unit.calendar, CALENDAR, Roll.alert_unrolled)
        assert (result.due, result.alert_on) == (d.TUE_24_FEB_2026, d.MON_16_FEB_2026)

    def test_else_alerts_look_at_the_due_date(self) -> None:
        result = due_date(d.THU_18_DEC_2025, 60, Unit.calendar, CALENDAR)
        assert result.alert_on == d.TUE_24_FEB_2026


class TestUnannouncedYears:
    """What a later holiday notice may change is marked, and only that."""

    def test_a_date_looked_up_in_an_unannounced_year_is_provisional(self) -> None:
        assert due_date(d.FRI_18_DEC_2026, 60, Unit.calendar, CALENDAR).provisional

    def test_working_days_that_pass_through_one_are_provisional(self) -> None:
        result = due_date(d.THU_31_DEC_2026, 1, Unit.workdays, CALENDAR)
        assert (result.due, result.provisional) == (d.MON_4_JAN_2027, True)

    def test_a_date_that_no_calendar_can_change_is_not(self) -> None:
        assert not due_date(d.FRI_18_DEC_2026, 60, Unit.calendar, CALENDAR, Roll.none).provisional

    def test_a_period_that_rolls_out_of_the_last_announced_year_is(self) -> None:
        result = due_date(date(2028, 12, 1), 30, Unit.calendar, CALENDAR)
        assert (result.unrolled, result.provisional) == (date(2028, 12, 31), True)


class TestSetDate:
    """A letter may set the last day itself."""

    def test_it_does_not_roll_by_default(self) -> None:
        result = set_date(d.FRI_26_SEP_2025, d.WED_1_OCT_2025, CALENDAR)
        assert result.due == d.WED_1_OCT_2025
        assert [step.kind for step in result.steps] == [
            StepKind.date_set,
            StepKind.rest_day_kept,
        ]

    def test_days_are_added_to_it(self) -> None:
        more = [extension_of(8, "local_rule")]
        result = set_date(d.FRI_26_SEP_2025, d.WED_1_OCT_2025, CALENDAR, added=more)
        assert result.due == d.THU_9_OCT_2025

    def test_it_may_roll(self) -> None:
        result = set_date(d.FRI_26_SEP_2025, d.WED_1_OCT_2025, CALENDAR, Roll.over)
        assert result.due == d.THU_9_OCT_2025

    def test_it_is_not_before_the_start(self) -> None:
        with pytest.raises(PeriodTooShort):
            set_date(d.WED_1_OCT_2025, d.FRI_26_SEP_2025, CALENDAR)
