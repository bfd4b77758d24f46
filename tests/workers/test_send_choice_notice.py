"""send_choice_notice - articles 23 and 31: several routes are open, the petitioner chooses."""

from datetime import datetime

import pytest

from tests.workers.at_unit import AtUnit, at_unit
from tests.workers.conftest import Case, StandingClock, result_of
from workers.route_choice.apply_choice import apply_choice
from workers.route_choice.send_choice_notice import send_choice_notice

pytestmark = pytest.mark.usefixtures("calendar")


@pytest.fixture
def matter(case: Case) -> AtUnit:
    """A matter for a court or for arbitration."""
    found = at_unit(case)
    found.know(arbitration_open=True, litigation="open")
    return found


def test_the_window_opens_on_the_day_of_the_notice(matter: AtUnit, clock: StandingClock) -> None:
    clock.moment = clock.moment.replace(day=4)
    variables = result_of(send_choice_notice(matter.id))
    assert matter.clocks() == {"D24": ("2026-03-19", ["started"])}
    assert datetime.fromisoformat(variables["choice_next_alert_at"]) > clock.moment
    assert matter.documents() == [
        ("send_choice_notice", variables["choice_clock_id"], "petitioner")
    ]


def test_twice_is_as_good_as_once_even_when_the_choice_was_made_between(
    matter: AtUnit, clock: StandingClock
) -> None:
    first = send_choice_notice(matter.id)
    matter.change(chosen_route="litigation")
    clock.moment = clock.moment.replace(day=5)
    second = result_of(send_choice_notice(matter.id))
    assert second["choice_clock_id"] == result_of(first)["choice_clock_id"]
    assert matter.row().chosen_route == "litigation"
    assert len(matter.documents()) == 1


def test_a_route_that_was_not_open_is_asked_for_again(matter: AtUnit, clock: StandingClock) -> None:
    send_choice_notice(matter.id)
    matter.change(chosen_route="duty")
    apply_choice(matter.id)
    send_choice_notice(matter.id)
    assert matter.row().chosen_route is None
    assert len(matter.documents()) == 2


def test_who_cannot_be_reached_may_still_choose_online(matter: AtUnit) -> None:
    matter.change_petition(is_name_clear=False)
    assert result_of(send_choice_notice(matter.id))["choice_clock_id"]
    assert matter.documents() == []
