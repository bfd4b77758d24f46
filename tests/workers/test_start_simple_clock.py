"""start_simple_clock - simple handling: a shorter period beside that of article 34."""

import pytest

from tests.workers.at_unit import at_unit
from tests.workers.conftest import MON_2_MARCH, Case, StandingClock
from workers.errors import NotAccepted
from workers.handling.start_handling_clock import start_handling_clock
from workers.simple_procedure.start_simple_clock import start_simple_clock

pytestmark = pytest.mark.usefixtures("calendar")


def test_twice_is_as_good_as_once_and_both_count_from_acceptance(
    case: Case, clock: StandingClock
) -> None:
    matter = at_unit(case, accepted_on=MON_2_MARCH)
    clock.moment = clock.moment.replace(day=4)
    start_handling_clock(matter.id)
    assert start_simple_clock(matter.id) == start_simple_clock(matter.id)
    # Ten working days from Monday 2 March.
    assert matter.clocks() == {
        "D05": ("2026-05-06", ["started"]),
        "D13": ("2026-03-16", ["started"]),
    }


def test_no_period_before_acceptance(case: Case) -> None:
    with pytest.raises(NotAccepted):
        start_simple_clock(at_unit(case).id)
