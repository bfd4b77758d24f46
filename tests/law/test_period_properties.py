"""What holds for every period: monotone, never ending on a rest day, agreeing with a naive walk."""

import json
from datetime import date, timedelta
from pathlib import Path

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from law.periods import Roll, Unit, due_date, extension_of, pause_of
from tests.law.dates import CALENDAR

FIRST_DAY = date(2004, 1, 1)
LAST_DAY = date(2026, 12, 31)
SPAN = (LAST_DAY - FIRST_DAY).days
ANNOUNCEMENTS = Path(__file__).parents[2] / ".." / "shared" / "data" / "holidays.json"

starts = st.dates(FIRST_DAY, date(2028, 6, 30))
lengths = st.integers(1, 120)
units = st.sampled_from([Unit.calendar, Unit.workdays])
all_units = st.sampled_from([Unit.calendar, Unit.workdays, Unit.months])
rolls = st.sampled_from(Roll)


@given(starts, st.integers(0, 40), lengths, all_units)
def test_a_later_start_never_ends_earlier(start: date, later: int, length: int, unit: Unit) -> None:
    moved = start + timedelta(days=later)
    assert (
        due_date(start, length, unit, CALENDAR).due <= due_date(moved, length, unit, CALENDAR).due
    )


@given(starts, lengths, st.integers(0, 40), all_units)
def test_a_longer_period_never_ends_earlier(
    start: date, length: int, more: int, unit: Unit
) -> None:
    short = due_date(start, length, unit, CALENDAR).due
    assert short <= due_date(start, length + more, unit, CALENDAR).due


@given(starts, lengths, all_units, st.sampled_from([Roll.over, Roll.alert_unrolled]))
def test_a_rolled_date_is_a_working_day_and_the_first_one(
    start: date, length: int, unit: Unit, roll: Roll
) -> None:
    result = due_date(start, length, unit, CALENDAR, roll)
    assert CALENDAR.is_workday(result.due)
    between = (result.due - result.unrolled).days
    passed = [result.unrolled + timedelta(days=n) for n in range(between)]
    assert all(CALENDAR.is_rest_day(day) for day in passed)


@given(starts, lengths, st.integers(0, 60), rolls)
def test_a_pause_of_n_days_moves_the_unrolled_date_by_n(
    start: date, length: int, paused: int, roll: Roll
) -> None:
    plain = due_date(start, length, Unit.calendar, CALENDAR, roll)
    pauses = [pause_of(paused, "regulation_2022:36(2)")]
    moved = due_date(start, length, Unit.calendar, CALENDAR, roll, added=pauses)
    assert moved.unrolled - plain.unrolled == timedelta(days=paused)


@given(starts, lengths, st.integers(1, 60), st.integers(1, 60), all_units)
def test_extending_and_pausing_commute(
    start: date, length: int, more: int, paused: int, unit: Unit
) -> None:
    extension = extension_of(more, "regulation_2022:34")
    pause = pause_of(paused, "regulation_2022:36(2)")
    one = due_date(start, length, unit, CALENDAR, added=[extension, pause])
    other = due_date(start, length, unit, CALENDAR, added=[pause, extension])
    assert (one.due, one.unrolled, one.provisional) == (
        other.due,
        other.unrolled,
        other.provisional,
    )


@given(starts, lengths, lengths, units)
def test_an_extension_is_the_same_as_one_long_period(
    start: date, length: int, more: int, unit: Unit
) -> None:
    added = [extension_of(more, "regulation_2022:34")]
    extended = due_date(start, length, unit, CALENDAR, added=added)
    assert extended.due == due_date(start, length + more, unit, CALENDAR).due


def walk_to_workday(day: date, rest_days: frozenset[date]) -> date:
    """The naive rule: go on, day by day, until people work."""
    while day in rest_days:
        day += timedelta(days=1)
    return day


def rest_days_of_library() -> frozenset[date]:
    every_day = (FIRST_DAY + timedelta(days=n) for n in range(SPAN + 1))
    return frozenset(day for day in every_day if not chinese_calendar.is_workday(day))


def rest_days_of_announcements() -> frozenset[date]:
    listed = {
        date.fromisoformat(row["date"]): row["is_off_day"]
        for row in json.loads(ANNOUNCEMENTS.read_text(encoding="utf-8"))
    }
    every_day = (FIRST_DAY + timedelta(days=n) for n in range(SPAN + 1))
    return frozenset(day for day in every_day if listed.get(day, day.weekday() >= 5))


def assert_agrees_with_walk(rest_days: frozenset[date], first: date) -> None:
    """Every start day, several lengths, both units; the last weeks end beyond the tables."""
    day = first
    while day <= date(2026, 8, 31):
        for length in (1, 5, 15, 60, 90):
            walked = walk_to_workday(day + timedelta(days=length), rest_days)
            assert due_date(day, length, Unit.calendar, CALENDAR).due == walked, (day, length)
        counted = day
        for length in range(1, 11):
            counted = walk_to_workday(counted + timedelta(days=1), rest_days)
            if length in (1, 3, 5, 10):
                due = due_date(day, length, Unit.workdays, CALENDAR).due
                assert due == counted, (day, length)
        day += timedelta(days=1)


def test_every_day_of_2004_to_2026_agrees_with_a_naive_walk() -> None:
    assert_agrees_with_walk(rest_days_of_library(), FIRST_DAY)


@pytest.mark.skipif(not ANNOUNCEMENTS.is_file(), reason="no file of holiday announcements here")
def test_every_day_of_2007_to_2026_agrees_with_the_announcements() -> None:
    assert_agrees_with_walk(rest_days_of_announcements(), date(2007, 1, 1))
