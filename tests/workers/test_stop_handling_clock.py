"""stop_handling_clock - article 34: the opinion ends the period."""

import pytest

from tests.workers.at_unit import at_unit
from tests.workers.conftest import MON_2_MARCH, Case, StandingClock, result_of
from workers.handling.start_handling_clock import start_handling_clock
from workers.handling.stop_handling_clock import stop_handling_clock

pytestmark = pytest.mark.usefixtures("calendar")


def test_twice_is_as_good_as_once(case: Case, clock: StandingClock) -> None:
    matter = at_unit(case, accepted_on=MON_2_MARCH)
    start_handling_clock(matter.id)
    clock.moment = clock.moment.replace(day=20)
    for _ in range(2):
        assert result_of(stop_handling_clock(matter.id)) == {"matter_result": "finished"}
    assert matter.entries() == {"D05": ["started", "met"]}
