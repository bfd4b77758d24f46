"""send_justice_letter - article 22(2): what came in writing goes to the organ of justice."""

import pytest

from records.models.matter import MatterEnd
from tests.workers.at_bureau import AtBureau, at_bureau
from tests.workers.conftest import Case, StandingClock
from workers.litigation.send_justice_letter import send_justice_letter

pytestmark = pytest.mark.usefixtures("calendar")


@pytest.fixture
def petition(case: Case, clock: StandingClock) -> AtBureau:
    found = at_bureau(case)
    found.classified(clock.now(), facts=["litigation"])
    return found


def test_twice_is_as_good_as_once(petition: AtBureau) -> None:
    for _ in range(2):
        send_justice_letter(petition.matter().id)
    assert petition.documents() == [
        ("send_justice_letter", "1.1", "petitioner"),
        ("send_justice_letter__letter", "1.1", "organ"),
    ]
    assert petition.matters()[0].end is MatterEnd.guided


def test_who_cannot_be_reached_is_not_told(petition: AtBureau) -> None:
    petition.change(is_name_clear=False)
    send_justice_letter(petition.matter().id)
    assert petition.documents() == [("send_justice_letter__letter", "1.1", "organ")]
