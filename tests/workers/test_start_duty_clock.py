"""start_duty_clock - article 31(五): two months from the receipt, to perform or to answer."""

import pytest

from tests.workers.at_unit import at_unit
from tests.workers.conftest import Case, StandingClock, result_of
from workers.duty.start_duty_clock import start_duty_clock
from workers.duty.stop_duty_clock import stop_duty_clock

pytestmark = pytest.mark.usefixtures("calendar")


def test_twice_is_as_good_as_once_and_counts_from_the_receipt(
    case: Case, clock: StandingClock
) -> None:
    matter = at_unit(case)
    clock.moment = clock.moment.replace(day=11)
    assert start_duty_clock(matter.id) == start_duty_clock(matter.id)
    # 2 May lies in the holidays of Labour Day.
    assert matter.clocks() == {"D18": ("2026-05-06", ["started"])}


def test_a_matter_that_is_returned_gains_no_days(case: Case) -> None:
    matter = at_unit(case)
    first = result_of(start_duty_clock(matter.id))
    stop_duty_clock(matter.id)
    assert result_of(start_duty_clock(matter.id)) == {
        "duty_clock_id": first["duty_clock_id"],
        "duty_next_alert_at": None,
    }
