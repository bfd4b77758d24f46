"""take_back_matter - articles 23(3) and 24(1): material goes back, or units settle it together."""

import pytest

from tests.workers.at_unit import AtUnit, at_unit
from tests.workers.conftest import Case, result_of
from workers.acceptance.receive_matter import receive_matter
from workers.objection.take_back_matter import take_back_matter

pytestmark = pytest.mark.usefixtures("calendar")


@pytest.fixture
def matter(case: Case) -> AtUnit:
    """A matter that its unit has received."""
    found = at_unit(case)
    receive_matter(found.id)
    return found


def test_an_agreed_objection_ends_what_ran_at_the_unit(matter: AtUnit) -> None:
    assert result_of(take_back_matter(matter.id, is_objection_agreed=True)) == {
        "matter_result": "objection_agreed",
        "is_settled_jointly": False,
    }
    row = matter.row()
    assert (row.objections_agreed, row.received_on) == (1, None)
    assert matter.entries() == {code: ["started", "withdrawn"] for code in ("D03", "D04")}


def test_twice_is_as_good_as_once(matter: AtUnit) -> None:
    first = take_back_matter(matter.id, is_objection_agreed=True)
    assert take_back_matter(matter.id, is_objection_agreed=True) == first
    assert matter.row().objections_agreed == 1
    assert len(matter.case.acts("take_back_matter")) == 1


def test_the_second_agreed_objection_leads_to_joint_handling(matter: AtUnit) -> None:
    matter.change(objections_agreed=1)
    for _ in range(2):
        assert result_of(take_back_matter(matter.id, is_objection_agreed=True)) == {
            "matter_result": "objection_agreed",
            "is_settled_jointly": True,
        }


def test_who_still_objects_after_a_refusal_disputes(matter: AtUnit) -> None:
    matter.change(is_objection_refused=True)
    for _ in range(2):
        assert result_of(take_back_matter(matter.id)) == {
            "matter_result": "disputed",
            "is_settled_jointly": True,
        }
    row = matter.row()
    # The next unit may object for itself.
    assert (row.objections_agreed, row.is_objection_refused) == (0, False)
