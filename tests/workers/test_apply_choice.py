"""apply_choice - article 31: the choice of the petitioner, or none within the window."""

from datetime import datetime

import pytest

from law.instants import SHANGHAI
from records.ledger import raise_alerts
from tests.workers.at_unit import AtUnit, at_unit
from tests.workers.conftest import Case, StandingClock, result_of
from workers.route_choice.apply_choice import apply_choice
from workers.route_choice.send_choice_notice import send_choice_notice

pytestmark = pytest.mark.usefixtures("calendar")


@pytest.fixture
def matter(case: Case) -> AtUnit:
    """A matter whose petitioner has been asked."""
    found = at_unit(case)
    found.know(arbitration_open=True, litigation="open")
    return found


def test_a_choice_uses_the_window_and_twice_is_as_good_as_once(matter: AtUnit) -> None:
    send_choice_notice(matter.id)
    matter.change(chosen_route="arbitration")
    for _ in range(2):
        assert result_of(apply_choice(matter.id)) == {"chosen_route": "arbitration"}
    assert matter.entries() == {"D24": ["started", "met"]}


def test_a_window_that_has_passed_means_no_choice(matter: AtUnit, clock: StandingClock) -> None:
    clock_id = str(result_of(send_choice_notice(matter.id))["choice_clock_id"])
    clock.moment = datetime(2026, 3, 18, 0, 0, tzinfo=SHANGHAI)
    matter.write(lambda session: raise_alerts(session, clock_id=clock_id, now=clock.now()))
    for _ in range(2):
        assert result_of(apply_choice(matter.id)) == {"chosen_route": "not_made"}
    assert matter.entries() == {"D24": ["started", "lapsed"]}
