"""hand_down_matter - article 23: a subordinate unit has the power."""

import pytest

from tests.workers.at_unit import BRANCH, AtUnit, at_unit
from tests.workers.conftest import UNIT, Case, StandingClock, result_of
from workers.acceptance.hand_down_matter import hand_down_matter
from workers.acceptance.receive_matter import receive_matter

pytestmark = pytest.mark.usefixtures("calendar")


@pytest.fixture
def matter(case: Case) -> AtUnit:
    """A matter brought to the unit directly."""
    found = at_unit(case, is_direct=True)
    receive_matter(found.id)
    return found


def test_the_subordinate_unit_has_it_and_begins_anew(matter: AtUnit, clock: StandingClock) -> None:
    clock.moment = clock.moment.replace(day=5)
    assert result_of(hand_down_matter(matter.id, BRANCH)) == {
        "unit": BRANCH,
        "is_lower_bureau": False,
        "matter_result": "handed_down",
    }
    row = matter.row()
    assert (row.unit_id, row.round, row.is_direct) == (BRANCH, 2, False)
    assert (str(row.received_on), row.dispatched_at) == ("2026-03-05", clock.moment)


def test_letter_and_notice_come_from_the_unit_that_had_it(matter: AtUnit) -> None:
    hand_down_matter(matter.id, BRANCH)
    assert matter.documents() == [
        ("hand_down_matter", "1.2", "petitioner"),
        ("hand_down_matter__letter", "1.2", "unit"),
    ]
    assert matter.document("hand_down_matter__letter").issued_by == UNIT


def test_the_petitioner_was_told_so_the_period_of_the_unit_is_met(matter: AtUnit) -> None:
    hand_down_matter(matter.id, BRANCH)
    assert matter.entries() == {"D02": ["started", "met"]}


def test_twice_is_as_good_as_once(matter: AtUnit, clock: StandingClock) -> None:
    first = hand_down_matter(matter.id, BRANCH)
    clock.moment = clock.moment.replace(day=6)
    assert hand_down_matter(matter.id, BRANCH) == first
    assert (matter.row().round, len(matter.documents())) == (2, 2)
    assert len(matter.case.acts("hand_down_matter")) == 1
    receive_matter(matter.id)
    assert set(matter.entries()) == {"D02", "D03", "D04"}


def test_whose_name_is_unclear_is_not_told_where_it_went(matter: AtUnit) -> None:
    matter.change_petition(is_name_clear=False)
    hand_down_matter(matter.id, BRANCH)
    assert [step for step, _, _ in matter.documents()] == ["hand_down_matter__letter"]
