"""The work calendar - ordinary weeks, listed days, horizon, new notices."""

from datetime import date, timedelta

import pytest

from law.calendar import CalendarDay, DayKind, WorkCalendar, check_kind
from law.errors import CalendarDayTwice, DayKindUnfit
from tests.law import dates as d
from tests.law.dates import CALENDAR

EMPTY = WorkCalendar([], version="empty")
NATIONAL_DAY_2027 = CalendarDay(
    date(2027, 10, 1), DayKind.statutory_holiday, "国庆节", "holiday_notice"
)
MAKEUP_2027 = CalendarDay(date(2027, 10, 9), DayKind.makeup_workday, "国庆节", "holiday_notice")


def test_a_date_not_listed_follows_the_ordinary_week() -> None:
    assert EMPTY.is_workday(d.FRI_10_OCT_2025)
    assert EMPTY.is_rest_day(d.SAT_11_OCT_2025)


def test_a_year_without_notice_is_provisional_day_by_day() -> None:
    assert EMPTY.is_provisional(d.FRI_10_OCT_2025)
    assert CALENDAR.is_provisional(d.MON_4_JAN_2027)
    assert not CALENDAR.is_provisional(d.THU_31_DEC_2026)


def test_one_day_entered_by_hand_announces_nothing() -> None:
    calendar = WorkCalendar([MAKEUP_2027], version="by hand")
    assert calendar.announced_years == frozenset()
    assert calendar.is_provisional(d.MON_4_JAN_2027)
    assert not calendar.is_provisional(MAKEUP_2027.date)


def test_a_year_with_one_unsure_day_is_not_announced() -> None:
    unsure = CalendarDay(date(2027, 5, 1), DayKind.statutory_holiday, provisional=True)
    calendar = WorkCalendar([NATIONAL_DAY_2027, unsure], version="half")
    assert calendar.announced_years == frozenset()


def test_a_date_is_listed_once() -> None:
    with pytest.raises(CalendarDayTwice, match="2027-10-09"):
        WorkCalendar([MAKEUP_2027, MAKEUP_2027], version="twice")


def test_days_are_sorted() -> None:
    calendar = WorkCalendar([MAKEUP_2027, NATIONAL_DAY_2027], version="sorted")
    assert calendar.days == (NATIONAL_DAY_2027, MAKEUP_2027)


def test_the_horizon_is_the_last_day_of_the_last_announced_year() -> None:
    assert CALENDAR.horizon == d.THU_31_DEC_2026
    assert CALENDAR.days_to_horizon(d.MON_30_NOV_2026) == 31
    assert CALENDAR.days_to_horizon(d.MON_4_JAN_2027) == -4


def test_the_horizon_is_near_when_fewer_than_120_days_are_announced() -> None:
    assert not CALENDAR.is_horizon_near(d.THU_31_DEC_2026 - timedelta(days=120))
    assert CALENDAR.is_horizon_near(d.THU_31_DEC_2026 - timedelta(days=119))
    assert EMPTY.is_horizon_near(d.MON_30_NOV_2026)


def test_an_empty_calendar_has_no_horizon() -> None:
    assert EMPTY.horizon is None
    assert EMPTY.days_to_horizon(d.MON_30_NOV_2026) == 0


def test_the_next_workday_is_after_the_day_and_after_the_break() -> None:
    assert CALENDAR.next_workday(d.MON_16_FEB_2026) == d.TUE_24_FEB_2026
    assert CALENDAR.next_workday(d.THU_9_OCT_2025) == d.FRI_10_OCT_2025
    assert CALENDAR.next_workday(d.FRI_10_OCT_2025) == d.SAT_11_OCT_2025


def test_working_days_between_two_days_leave_the_second_out() -> None:
    assert CALENDAR.workdays_between(d.THU_9_OCT_2025, d.MON_13_OCT_2025) == 3
    assert CALENDAR.workdays_between(d.THU_9_OCT_2025, d.THU_9_OCT_2025) == 0


class TestNewNotice:
    """A notice replaces what was computed for its year."""

    NOTICE = (
        CalendarDay(d.THU_31_DEC_2026, DayKind.shifted_rest, "元旦", "holiday_notice"),
        NATIONAL_DAY_2027,
        MAKEUP_2027,
    )

    def test_the_year_becomes_announced(self) -> None:
        loaded = CALENDAR.with_year(2027, self.NOTICE, version="notice-2027")
        assert loaded.version == "notice-2027"
        assert loaded.horizon == date(2027, 12, 31)
        assert loaded.is_workday(MAKEUP_2027.date)
        assert loaded.is_workday(date(2027, 5, 1) + timedelta(days=2))

    def test_days_of_another_year_replace_theirs_alone(self) -> None:
        loaded = CALENDAR.with_year(2027, self.NOTICE, version="notice-2027")
        assert loaded.is_rest_day(d.THU_31_DEC_2026)
        assert loaded.day(d.SAT_14_FEB_2026) == CALENDAR.day(d.SAT_14_FEB_2026)

    def test_the_old_calendar_stays_as_it_was(self) -> None:
        CALENDAR.with_year(2027, self.NOTICE, version="notice-2027")
        assert CALENDAR.is_workday(d.THU_31_DEC_2026)


def test_one_day_is_replaced_and_the_others_stay() -> None:
    day = CalendarDay(d.FRI_9_OCT_2026, DayKind.shifted_rest, "国庆节", "office_setting")
    calendar = CALENDAR.with_day(day, version="edited")
    assert calendar.changes_to(CALENDAR) == [(day, CALENDAR.day(d.FRI_9_OCT_2026))]
    assert (calendar.is_rest_day(day.date), calendar.version) == (True, "edited")


@pytest.mark.parametrize(
    ("on", "fitting"),
    [
        (
            d.FRI_10_OCT_2025,
            {DayKind.workday, DayKind.shifted_rest, DayKind.statutory_holiday},
        ),
        (
            d.SAT_11_OCT_2025,
            {DayKind.rest_day, DayKind.makeup_workday, DayKind.statutory_holiday},
        ),
    ],
)
def test_a_kind_must_fit_the_weekday(on: date, fitting: set[DayKind]) -> None:
    for kind in DayKind:
        if kind in fitting:
            check_kind(on, kind)
        else:
            with pytest.raises(DayKindUnfit, match=on.isoformat()):
                check_kind(on, kind)
