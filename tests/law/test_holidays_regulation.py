"""Regulation on Public Holidays (2024) and the yearly notices - the calendar's first filling."""

from datetime import date

import chinese_calendar
import pytest

from law.calendar import DayKind
from law.calendar_seed import (
    FIRST_ANNOUNCED_YEAR,
    LAST_ANNOUNCED_YEAR,
    VERSION,
    announced_days,
    provisional_days,
    seed_calendar,
)
from law.holiday_names import in_english, one_name
from tests.law import dates as d
from tests.law.dates import CALENDAR

STATUTORY_NAMES = {"元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节"}


class TestAnnouncedYears:
    """Notices are known for 2004 to 2026, make-up days included."""

    def test_the_years_known_are_2004_to_2026(self) -> None:
        assert (FIRST_ANNOUNCED_YEAR, LAST_ANNOUNCED_YEAR) == (2004, 2026)

    @pytest.mark.parametrize(
        ("day", "kind", "name"),
        [
            (d.WED_1_OCT_2025, DayKind.statutory_holiday, "国庆节"),
            (d.SAT_4_OCT_2025, DayKind.rest_day, "国庆节"),
            (d.WED_8_OCT_2025, DayKind.shifted_rest, "国庆节"),
            (d.SAT_11_OCT_2025, DayKind.makeup_workday, "国庆节"),
            (d.MON_16_FEB_2026, DayKind.statutory_holiday, "春节"),
            (d.SUN_12_OCT_2025, DayKind.rest_day, ""),
            (d.MON_13_OCT_2025, DayKind.workday, ""),
        ],
    )
    def test_each_kind_of_day(self, day: date, kind: DayKind, name: str) -> None:
        listed = CALENDAR.day(day)
        assert (listed.kind, listed.name, listed.provisional) == (kind, name, False)

    def test_only_the_years_asked_for_are_given(self) -> None:
        assert {day.date.year for day in announced_days(2025, 2026)} == {2025, 2026}
        assert announced_days(2027, 2030) == []

    def test_every_listed_day_agrees_with_its_source(self) -> None:
        days = announced_days(2004, 2026)
        assert len(days) == 771  # 621 rest days and 150 make-up days
        for day in days:
            assert day.kind.is_worked == chinese_calendar.is_workday(day.date)


class TestYearsToCome:
    """Statutory days are computed, with days in lieu, and marked provisional."""

    def test_2027_has_its_statutory_days(self) -> None:
        days = provisional_days(2027)
        assert {name for day in days for name in day.name.split("、")} == STATUTORY_NAMES
        assert all(day.provisional for day in days)
        assert all(day.kind is DayKind.statutory_holiday for day in days)

    @pytest.mark.parametrize(
        ("name", "year", "count"),
        [("春节", 2027, 4), ("劳动节", 2027, 2), ("春节", 2024, 3), ("劳动节", 2024, 1)],
    )
    def test_two_festivals_became_longer_in_2025(self, name: str, year: int, count: int) -> None:
        days = [day for day in provisional_days(year) if day.name == name]
        # Days in lieu of a weekend come on top of the statutory number.
        in_lieu = sum(day.date.weekday() >= 5 for day in days)
        assert len(days) == count + in_lieu

    def test_a_computed_year_has_no_shifted_days(self) -> None:
        assert d.WED_8_OCT_2025 not in [day.date for day in provisional_days(2025)]

    @pytest.mark.parametrize("year", [1949, 2101])
    def test_beyond_the_tables_nothing_is_guessed(self, year: int) -> None:
        assert provisional_days(year) == []

    def test_the_seed_joins_both(self) -> None:
        calendar = seed_calendar(2003, 2027)
        assert calendar.announced_years == frozenset(range(2004, 2027))
        assert calendar.horizon == d.THU_31_DEC_2026
        assert calendar.version == VERSION
        assert calendar.is_rest_day(date(2027, 10, 1))
        assert calendar.is_rest_day(date(2003, 10, 1))


class TestNames:
    """One word for each holiday."""

    @pytest.mark.parametrize(
        ("said", "name"),
        [
            ("农历除夕（补假）", "春节"),
            ("清明", "清明节"),
            ("中秋节; 国庆节", "中秋节、国庆节"),
            ("国庆节（补假）", "国庆节"),
            ("某纪念日", "某纪念日"),
        ],
    )
    def test_chinese(self, said: str, name: str) -> None:
        assert one_name(said) == name

    def test_english(self) -> None:
        assert in_english("中秋节、国庆节") == "Mid-Autumn Festival and National Day"
        assert in_english("某纪念日") == "某纪念日"
