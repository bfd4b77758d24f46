"""dispatch_petition - article 22: every matter goes to the unit with the power, with a letter."""

import pytest

from tests.workers.at_bureau import OTHER, AtBureau, at_bureau
from tests.workers.conftest import BUREAU, MON_2_MARCH, UNIT, Case, StandingClock
from workers.errors import NotClassified
from workers.intake.dispatch_petition import dispatch_petition

pytestmark = pytest.mark.usefixtures("calendar")


@pytest.fixture
def petition(case: Case) -> AtBureau:
    return at_bureau(case)


def test_each_unit_has_its_matter_from_that_day_on_and_a_letter(
    petition: AtBureau, clock: StandingClock
) -> None:
    petition.classified(clock.now(), claims=[{"ordinal": 2, "unit": OTHER}])
    dispatch_petition(petition.id)
    assert petition.row().dispatched_at == clock.moment
    assert [one.received_on for one in petition.matters()] == [MON_2_MARCH] * 2
    assert petition.documents() == [
        ("dispatch_petition", "1.1", "unit"),
        ("dispatch_petition", "2.1", "unit"),
    ]
    assert {one.issued_by for one in petition.case.documents()} == {BUREAU}


def test_what_is_sealed_goes_to_no_unit(petition: AtBureau, clock: StandingClock) -> None:
    petition.classified(clock.now(), claims=[{"ordinal": 2, "category": "report"}])
    dispatch_petition(petition.id)
    assert petition.documents() == [("dispatch_petition", "1.1", "unit")]
    assert petition.matters()[1].dispatched_at is None


def test_litigation_gets_a_letter_of_its_own_later(
    petition: AtBureau, clock: StandingClock
) -> None:
    petition.classified(clock.now(), facts=["litigation"])
    dispatch_petition(petition.id)
    assert petition.documents() == []
    assert petition.matters()[0].dispatched_at == clock.moment


def test_twice_is_as_good_as_once(petition: AtBureau, clock: StandingClock) -> None:
    petition.classified(clock.now())
    first = clock.moment
    for day in (2, 3):
        clock.moment = first.replace(day=day)
        dispatch_petition(petition.id)
    assert petition.row().dispatched_at == first
    assert [entry.detail for entry in petition.case.acts("dispatch_petition")] == [
        {"matter": 1, "unit": UNIT},
        {"matter": 2, "unit": UNIT},
    ]
    assert len(petition.documents()) == 2


def test_nothing_goes_anywhere_before_it_is_classified(petition: AtBureau) -> None:
    with pytest.raises(NotClassified):
        dispatch_petition(petition.id)
    assert petition.row().dispatched_at is None
