"""dispatch_again - articles 22 to 24: another unit has the matter, or the same one by decision."""

import pytest

from tests.workers.at_unit import BRANCH, AtUnit, at_unit
from tests.workers.conftest import BUREAU, UNIT, Case, StandingClock, result_of
from workers.acceptance.receive_matter import receive_matter
from workers.objection.take_back_matter import take_back_matter
from workers.redispatch.dispatch_again import dispatch_again
from workers.redispatch.restart_dispatch_clock import restart_dispatch_clock

pytestmark = pytest.mark.usefixtures("calendar")


@pytest.fixture
def matter(case: Case, clock: StandingClock) -> AtUnit:
    """A matter that its unit has given back on 5 March."""
    found = at_unit(case, is_objection_refused=True)
    found.change_petition(unit_id=UNIT)
    receive_matter(found.id)
    clock.moment = clock.moment.replace(day=5)
    take_back_matter(found.id, is_objection_agreed=True)
    restart_dispatch_clock(found.id)
    return found


def test_the_new_unit_has_it_and_begins_anew(matter: AtUnit, clock: StandingClock) -> None:
    told = dispatch_again(matter.id, BRANCH)
    assert told == {"unit": BRANCH, "is_lower_bureau": False}
    row = matter.row()
    assert (row.unit_id, row.round, row.is_objection_refused) == (BRANCH, 2, False)
    assert (str(row.received_on), row.dispatched_at) == ("2026-03-05", clock.moment)
    assert matter.case.petition().unit_id == BRANCH
    assert matter.entries()["D01"] == ["started", "met"]


def test_letter_and_notice_come_from_the_bureau(matter: AtUnit) -> None:
    dispatch_again(matter.id, BRANCH)
    assert matter.documents() == [
        ("dispatch_again", "1.2", "petitioner"),
        ("dispatch_again__letter", "1.2", "unit"),
    ]
    assert matter.document("dispatch_again__letter").issued_by == BUREAU


def test_the_same_unit_may_have_to_handle_it_after_all(matter: AtUnit) -> None:
    assert result_of(dispatch_again(matter.id, UNIT))["unit"] == UNIT
    assert matter.row().round == 2


def test_twice_is_as_good_as_once(matter: AtUnit, clock: StandingClock) -> None:
    first = dispatch_again(matter.id, BRANCH)
    clock.moment = clock.moment.replace(day=6)
    assert dispatch_again(matter.id, BRANCH) == first
    assert (matter.row().round, len(matter.documents())) == (2, 2)
    assert len(matter.case.acts("dispatch_again")) == 1


def test_who_cannot_be_reached_is_not_told(matter: AtUnit) -> None:
    matter.change_petition(is_name_clear=False)
    dispatch_again(matter.id, BRANCH)
    assert [step for step, _, _ in matter.documents()] == ["dispatch_again__letter"]
