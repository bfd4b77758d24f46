"""open_direct_matters - article 23: what is filed at a unit itself, claim by claim."""

import pytest

from records.models.petition import Category
from tests.workers.at_bureau import AtBureau, at_bureau
from tests.workers.conftest import MON_2_MARCH, UNIT, Case, result_of
from workers.petition.open_direct_matters import open_direct_matters


@pytest.fixture
def petition(case: Case) -> AtBureau:
    """A petition filed at the housing unit."""
    found = at_bureau(case)
    found.change(bureau_id=UNIT)
    return found


def test_each_claim_is_a_matter_that_the_unit_has_received(petition: AtBureau) -> None:
    told = result_of(open_direct_matters(petition.id))
    first, second = petition.matters()
    assert (first.is_direct, first.unit_id, first.received_on) == (True, UNIT, MON_2_MARCH)
    assert (first.ordinal, second.ordinal) == (1, 2)
    assert told["matters"] == [
        {
            "matter_id": matter.id,
            "category": "claim",
            "unit": UNIT,
            "is_litigation": False,
            "is_assigned": False,
        }
        for matter in (first, second)
    ]
    assert (petition.row().unit_id, petition.row().category) == (UNIT, Category.claim)


def test_a_report_is_sealed(petition: AtBureau) -> None:
    petition.change(category=Category.report)
    open_direct_matters(petition.id)
    assert petition.row().is_sealed
    assert all(matter.is_sealed for matter in petition.matters())


def test_twice_is_as_good_as_once(petition: AtBureau) -> None:
    first = open_direct_matters(petition.id)
    petition.matter().change(unit_id="990100-rs")
    again = result_of(open_direct_matters(petition.id))
    assert [one["matter_id"] for one in again["matters"]] == [
        one["matter_id"] for one in result_of(first)["matters"]
    ]
    assert petition.matters()[0].unit_id == "990100-rs"
    assert len(petition.case.acts("open_direct_matters")) == 1
