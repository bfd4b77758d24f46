"""start_dispatch_clock - article 22(1): fifteen days from the day the bureau received it."""

from datetime import datetime

import pytest

from records.clocks.find import running
from tests.workers.at_bureau import at_bureau
from tests.workers.conftest import Case, StandingClock, result_of
from workers.intake.start_dispatch_clock import start_dispatch_clock

pytestmark = pytest.mark.usefixtures("calendar")


def test_it_counts_from_the_receipt_however_late_it_is_registered(
    case: Case, clock: StandingClock
) -> None:
    clock.moment = clock.moment.replace(day=6)
    told = result_of(start_dispatch_clock(case.petition_id))
    assert told["dispatch_clock_id"]
    assert clock.moment < datetime.fromisoformat(told["dispatch_next_alert_at"])
    with case.database.reading() as session:
        (found,) = running(session, petition_id=case.petition_id)
        assert (found.code, found.due_on.isoformat()) == ("D01", "2026-03-17")


def test_twice_is_as_good_as_once(case: Case) -> None:
    assert start_dispatch_clock(case.petition_id) == start_dispatch_clock(case.petition_id)
    assert at_bureau(case).entries() == {"D01": ["started"]}
