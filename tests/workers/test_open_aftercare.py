"""open_aftercare - articles 21 and 35: the time to rate, and the windows to ask for review."""

from datetime import date, datetime

import pytest

from law.instants import SHANGHAI
from records.models.matter import MatterEnd
from records.models.petition import Outcome
from tests.workers.at_bureau import AtBureau, at_bureau
from tests.workers.conftest import Case, StandingClock, result_of
from workers.aftercare.open_aftercare import open_aftercare
from workers.matter_clocks import open_for
from workers.watch_deadline.raise_deadline_alert import raise_deadline_alert

pytestmark = pytest.mark.usefixtures("calendar")
SERVED = date(2026, 4, 20)


@pytest.fixture
def petition(case: Case, clock: StandingClock) -> AtBureau:
    """Its first claim was supported, with an opinion received on 20 April."""
    found = at_bureau(case)
    found.classified(clock.now())
    clock.moment = datetime(2026, 4, 22, 9, 0, tzinfo=SHANGHAI)
    answered = {"end": MatterEnd.answered, "outcome": Outcome.support, "served_on": SERVED}
    found.matter(1).change(**answered)
    matter = found.matters()[0]
    found.write(lambda session: open_for(session, matter, "D07", SERVED, clock.now()))
    return found


def test_what_follows_an_answer_and_twice_is_as_good_as_once(petition: AtBureau) -> None:
    told = result_of(open_aftercare(petition.id))
    assert result_of(open_aftercare(petition.id)) == told
    assert (told["is_rated"], told["needs_execution_check"]) == (True, True)
    assert told["rating_clock_id"]
    assert [set(one) for one in told["review_clocks"]] == [{"clock_id", "next_alert_at"}]
    assert petition.entries() == {"D21": ["started"]}


def test_a_rating_that_is_over_is_not_asked_again(petition: AtBureau, clock: StandingClock) -> None:
    rating = result_of(open_aftercare(petition.id))["rating_clock_id"]
    clock.moment = datetime(2026, 6, 1, 9, 0, tzinfo=SHANGHAI)
    raise_deadline_alert(rating)
    assert result_of(open_aftercare(petition.id))["is_rated"] is False
    assert petition.entries()["D21"][-1] == "lapsed"


def test_who_is_anonymous_is_not_asked_for_a_rating(petition: AtBureau) -> None:
    petition.change_petitioner(name="")
    told = result_of(open_aftercare(petition.id))
    assert (told["is_rated"], told["rating_clock_id"], told["rating_next_alert_at"]) == (
        False,
        None,
        None,
    )
    assert petition.entries() == {}


def test_nothing_supported_is_nothing_to_check(petition: AtBureau) -> None:
    petition.matter(1).change(outcome=Outcome.explain)
    assert result_of(open_aftercare(petition.id))["needs_execution_check"] is False
