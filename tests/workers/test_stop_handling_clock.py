"""stop_handling_clock - article 34: the written answer ends the period."""

import pytest

from records.ledger import clocks_of
from tests.workers.conftest import Case, StandingClock, result_of
from workers.petition.start_handling_clock import start_handling_clock
from workers.petition.stop_handling_clock import stop_handling_clock

pytestmark = pytest.mark.usefixtures("calendar")


def entries(case: Case) -> list[str]:
    with case.database.reading() as session:
        ((_, events),) = clocks_of(session, case.petition_id)
        return [event.kind for event in events]


def test_twice_is_as_good_as_once(case: Case, clock: StandingClock) -> None:
    case.dispatch(clock.moment)
    clock_id = result_of(start_handling_clock(case.petition_id))["handling_clock_id"]
    clock.moment = clock.moment.replace(day=20)
    stop_handling_clock(clock_id)
    stop_handling_clock(clock_id)
    assert entries(case) == ["started", "met"]
