"""correct_route - articles 31 and 34: the wrong route's clock ends, the matter is examined anew."""

import pytest

from law.decision_words import Procedure, Route
from tests.workers.at_unit import AtUnit, at_unit
from tests.workers.conftest import MON_2_MARCH, Case
from workers.handling.start_handling_clock import start_handling_clock
from workers.unit_handling.correct_route import correct_route

pytestmark = pytest.mark.usefixtures("calendar")


@pytest.fixture
def matter(case: Case) -> AtUnit:
    """A matter that is handled as a petition."""
    found = at_unit(
        case, route=Route.petition, procedure=Procedure.ordinary, accepted_on=MON_2_MARCH
    )
    start_handling_clock(found.id)
    return found


def test_twice_is_as_good_as_once(matter: AtUnit) -> None:
    told = [correct_route(matter.id) for _ in range(2)]
    row = matter.row()
    assert told == [{"unit": row.unit_id}] * 2
    assert (row.route, row.procedure, row.round) == (None, None, 2)
    assert row.accepted_on == MON_2_MARCH
    assert matter.entries()["D05"] == ["started", "withdrawn"]
    assert [act.detail["route"] for act in matter.case.acts("correct_route")] == ["petition"]
