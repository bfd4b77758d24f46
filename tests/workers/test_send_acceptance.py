"""send_acceptance - articles 23 and 34: the day of acceptance, told in writing."""

import pytest

from law.decision_facts import SimpleGround
from law.decision_words import Procedure, Route
from tests.workers.at_unit import AtUnit, at_unit
from tests.workers.conftest import MON_2_MARCH, Case, StandingClock
from workers.acceptance.receive_matter import receive_matter
from workers.acceptance.send_acceptance import send_acceptance

pytestmark = pytest.mark.usefixtures("calendar")


@pytest.fixture
def matter(case: Case) -> AtUnit:
    """A matter that suits simple handling, received on 2 March."""
    found = at_unit(
        case,
        simple_ground=SimpleGround.clear_facts,
        route=Route.petition,
        procedure=Procedure.ordinary,
    )
    receive_matter(found.id)
    found.decide("examine_matter", case.petition().filed_at, power="own")
    return found


def test_acceptance_is_told_and_ends_what_ran_from_the_receipt(matter: AtUnit) -> None:
    send_acceptance(matter.id)
    assert matter.row().accepted_on == MON_2_MARCH
    assert matter.documents() == [("send_acceptance", "1.1", "petitioner")]
    assert matter.entries() == {
        "D03": ["started", "met"],
        "D04": ["started", "withdrawn"],
        "D12": ["started", "met"],
    }


def test_the_day_is_that_in_shanghai(matter: AtUnit, clock: StandingClock) -> None:
    clock.moment = clock.moment.replace(day=3, hour=0, minute=30)
    send_acceptance(matter.id)
    assert str(matter.row().accepted_on) == "2026-03-03"


def test_twice_is_as_good_as_once_and_the_first_day_stays(
    matter: AtUnit, clock: StandingClock
) -> None:
    send_acceptance(matter.id)
    clock.moment = clock.moment.replace(day=9)
    send_acceptance(matter.id)
    assert matter.row().accepted_on == MON_2_MARCH
    assert len(matter.documents()) == 1
    assert len(matter.case.acts("send_acceptance")) == 1


def test_whose_name_is_unclear_is_not_told_and_accepted_all_the_same(matter: AtUnit) -> None:
    matter.change_petition(is_name_clear=False)
    send_acceptance(matter.id)
    assert matter.row().accepted_on == MON_2_MARCH
    assert matter.documents() == []
