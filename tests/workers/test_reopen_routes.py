"""reopen_routes - article 31: a procedure that did not take the matter up is closed to it."""

import pytest

from law.decision_words import Procedure, Route
from records.matters import facts_of
from tests.workers.at_unit import AtUnit, at_unit
from tests.workers.conftest import MON_2_MARCH, Case, result_of
from workers.acceptance.receive_matter import receive_matter
from workers.unit_handling.reopen_routes import reopen_routes

pytestmark = pytest.mark.usefixtures("calendar")


@pytest.fixture
def matter(case: Case) -> AtUnit:
    """A matter accepted for arbitration, though a court is open too."""
    found = at_unit(
        case,
        route=Route.arbitration,
        procedure=Procedure.by_route,
        accepted_on=MON_2_MARCH,
        chosen_route="arbitration",
    )
    found.know(arbitration_open=True, litigation="open")
    return found


def test_twice_is_as_good_as_once(matter: AtUnit) -> None:
    for _ in range(2):
        reopen_routes(matter.id)
    with matter.case.database.reading() as session:
        assert facts_of(session, matter.id) == {"litigation": "open"}
    row = matter.row()
    assert (row.route, row.procedure, row.round) == (None, None, 2)
    assert [act.detail["route"] for act in matter.case.acts("reopen_routes")] == ["arbitration"]


def test_a_court_that_does_not_take_it_up_is_no_open_procedure_any_more(matter: AtUnit) -> None:
    matter.change(route=Route.litigation)
    reopen_routes(matter.id)
    variables = result_of(receive_matter(matter.id))
    assert (variables["litigation"], variables["arbitration_open"]) == ("none", True)


def test_the_unit_examines_it_again_without_a_new_period(matter: AtUnit) -> None:
    reopen_routes(matter.id)
    variables = result_of(receive_matter(matter.id))
    assert (variables["notice_clock_id"], variables["arbitration_open"]) == (None, False)
    assert matter.clocks() == {}
