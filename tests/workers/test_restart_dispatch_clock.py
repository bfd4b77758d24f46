"""restart_dispatch_clock - articles 22 and 23: what comes back gains the bureau no days."""

import pytest

from tests.workers.at_unit import at_unit
from tests.workers.conftest import Case, StandingClock, result_of
from workers.redispatch.restart_dispatch_clock import restart_dispatch_clock

pytestmark = pytest.mark.usefixtures("calendar")


def test_it_counts_from_the_first_receipt_and_twice_is_as_good_as_once(
    case: Case, clock: StandingClock
) -> None:
    matter = at_unit(case)
    clock.moment = clock.moment.replace(day=10)
    told = result_of(restart_dispatch_clock(matter.id))
    assert result_of(restart_dispatch_clock(matter.id)) == told
    assert told["dispatch_clock_id"]
    assert told["dispatch_next_alert_at"]
    assert matter.clocks() == {"D01": ("2026-03-17", ["started"])}
