"""stop_duty_clock - article 31(五): what was performed or answered ends the period."""

import pytest

from tests.workers.at_unit import at_unit
from tests.workers.conftest import Case, result_of
from workers.duty.start_duty_clock import start_duty_clock
from workers.duty.stop_duty_clock import stop_duty_clock

pytestmark = pytest.mark.usefixtures("calendar")


def test_twice_is_as_good_as_once(case: Case) -> None:
    matter = at_unit(case)
    start_duty_clock(matter.id)
    for _ in range(2):
        assert result_of(stop_duty_clock(matter.id)) == {"matter_result": "finished"}
    assert matter.entries() == {"D18": ["started", "met"]}
