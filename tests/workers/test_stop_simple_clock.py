"""stop_simple_clock - simple handling is over: answered, or handled by the ordinary procedure."""

import pytest

from law.decision_words import Procedure
from tests.workers.at_unit import AtUnit, at_unit
from tests.workers.conftest import MON_2_MARCH, Case, result_of
from workers.handling.start_handling_clock import start_handling_clock
from workers.simple_procedure.start_simple_clock import start_simple_clock
from workers.simple_procedure.stop_simple_clock import stop_simple_clock

pytestmark = pytest.mark.usefixtures("calendar")


@pytest.fixture
def matter(case: Case) -> AtUnit:
    """A matter in simple handling since 2 March."""
    found = at_unit(case, accepted_on=MON_2_MARCH, procedure=Procedure.simple)
    start_handling_clock(found.id)
    start_simple_clock(found.id)
    return found


def test_what_was_answered_simply_met_its_period(matter: AtUnit) -> None:
    for _ in range(2):
        assert result_of(stop_simple_clock(matter.id, is_switched=False)) == {"is_switched": False}
    assert matter.entries() == {"D05": ["started"], "D13": ["started", "met"]}
    assert matter.row().procedure is Procedure.simple


def test_after_a_switch_the_handling_period_goes_on_from_the_first_acceptance(
    matter: AtUnit,
) -> None:
    for _ in range(2):
        assert result_of(stop_simple_clock(matter.id, is_switched=True)) == {"is_switched": True}
    assert matter.clocks() == {
        "D05": ("2026-05-06", ["started"]),
        "D13": ("2026-03-16", ["started", "withdrawn"]),
    }
    assert matter.row().procedure is Procedure.ordinary
