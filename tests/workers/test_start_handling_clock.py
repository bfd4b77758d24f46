"""start_handling_clock - article 34: sixty days, the day of the start not counted."""

from datetime import datetime

import pytest
from sqlmodel import select

from law.instants import SHANGHAI
from records.models import Clock
from tests.workers.conftest import Case, StandingClock, result_of
from workers.errors import NotClassified
from workers.petition.start_handling_clock import start_handling_clock

pytestmark = pytest.mark.usefixtures("calendar")


def clocks(case: Case) -> list[tuple[str, str, str]]:
    with case.database.reading() as session:
        found = session.exec(select(Clock).where(Clock.petition_id == case.petition_id))
        return [(clock.id, clock.code, clock.due_on.isoformat()) for clock in found]


def test_the_period_runs_from_the_day_of_dispatch_in_shanghai(
    case: Case, clock: StandingClock
) -> None:
    # Half past midnight on 3 March in Shanghai, still 2 March in UTC.
    case.dispatch(datetime(2026, 3, 3, 0, 30, tzinfo=SHANGHAI))
    clock.moment = datetime(2026, 3, 4, 9, 0, tzinfo=SHANGHAI)
    variables = result_of(start_handling_clock(case.petition_id))
    # 3 March + 60 days is Saturday 2 May, Labour Day holidays until 5 May.
    assert clocks(case) == [(variables["handling_clock_id"], "D05", "2026-05-06")]


def test_the_first_alert_lies_before_the_last_day(case: Case, clock: StandingClock) -> None:
    case.dispatch(clock.moment)
    variables = result_of(start_handling_clock(case.petition_id))
    first_alert = datetime.fromisoformat(variables["handling_next_alert_at"])
    assert clock.moment < first_alert < datetime(2026, 5, 2, tzinfo=SHANGHAI)


def test_twice_is_as_good_as_once(case: Case, clock: StandingClock) -> None:
    case.dispatch(clock.moment)
    assert start_handling_clock(case.petition_id) == start_handling_clock(case.petition_id)
    assert len(clocks(case)) == 1


def test_no_period_before_dispatch(case: Case) -> None:
    with pytest.raises(NotClassified):
        start_handling_clock(case.petition_id)
