"""stop_dispatch_clock - article 22(1): the day of forwarding is the day it was done."""

import pytest

from tests.workers.at_bureau import at_bureau
from tests.workers.conftest import Case, StandingClock, result_of
from workers.intake.start_dispatch_clock import start_dispatch_clock
from workers.intake.stop_dispatch_clock import stop_dispatch_clock

pytestmark = pytest.mark.usefixtures("calendar")


def test_twice_is_as_good_as_once(case: Case, clock: StandingClock) -> None:
    clock_id = result_of(start_dispatch_clock(case.petition_id))["dispatch_clock_id"]
    for day in (5, 6):
        clock.moment = clock.moment.replace(day=day)
        stop_dispatch_clock(clock_id)
    assert at_bureau(case).entries() == {"D01": ["started", "met"]}
