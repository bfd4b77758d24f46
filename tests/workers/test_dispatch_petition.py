"""dispatch_petition - article 22: hand-over to the unit with the power."""

import pytest

from records.models.petition import Category
from tests.workers.conftest import UNIT, Case, StandingClock
from workers.errors import NotClassified
from workers.petition.dispatch_petition import dispatch_petition


def test_the_hand_over_is_recorded_with_what_the_table_had_proposed(
    case: Case, clock: StandingClock
) -> None:
    case.classify(Category.appeal)
    dispatch_petition(case.petition_id, "claim")
    petition = case.petition()
    assert petition.dispatched_at == clock.moment
    assert (petition.proposed_category, petition.category) == (Category.claim, Category.appeal)


def test_twice_is_as_good_as_once(case: Case, clock: StandingClock) -> None:
    case.classify()
    dispatch_petition(case.petition_id, "claim")
    first = clock.moment
    clock.moment = first.replace(day=3)
    dispatch_petition(case.petition_id, "claim")
    assert case.petition().dispatched_at == first
    assert [entry.detail for entry in case.acts("dispatch_petition")] == [{"unit": UNIT}]


def test_nothing_goes_anywhere_before_it_is_classified(case: Case) -> None:
    with pytest.raises(NotClassified):
        dispatch_petition(case.petition_id)
    assert case.petition().dispatched_at is None
