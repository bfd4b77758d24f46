"""Civil Procedure Law, article 85 - when a day ends and what is in time."""

from datetime import datetime, timedelta

import pytest

from law.errors import PeriodTooShort
from law.periods import end_of_day, hours_after, latest_day_before, posted_in_time, start_of_day
from tests.law import dates as d


def test_a_due_day_is_over_at_the_first_instant_of_the_next_in_shanghai() -> None:
    assert end_of_day(d.TUE_24_FEB_2026).isoformat() == "2026-02-25T00:00:00+08:00"
    assert end_of_day(d.TUE_24_FEB_2026) == start_of_day(d.WED_25_FEB_2026)


def test_the_postmark_of_the_last_day_is_in_time() -> None:
    assert posted_in_time(d.TUE_24_FEB_2026, due=d.TUE_24_FEB_2026)


def test_the_postmark_of_the_day_after_is_not() -> None:
    assert not posted_in_time(d.WED_25_FEB_2026, due=d.TUE_24_FEB_2026)


def test_a_notice_seven_days_before_a_hearing() -> None:
    assert latest_day_before(d.TUE_24_FEB_2026, 7) == d.TUE_17_FEB_2026


def test_an_urgent_report_within_two_hours() -> None:
    event_at = datetime.fromisoformat("2026-02-24T23:30:00+08:00")
    assert hours_after(event_at, 2) - event_at == timedelta(hours=2)


def test_limits_have_at_least_one_day_or_hour() -> None:
    with pytest.raises(PeriodTooShort):
        latest_day_before(d.TUE_24_FEB_2026, 0)
    with pytest.raises(PeriodTooShort):
        hours_after(start_of_day(d.TUE_24_FEB_2026), 0)
