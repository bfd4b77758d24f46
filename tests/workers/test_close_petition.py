"""close_petition - articles 21 and 34: the case is closed once it was answered."""

from tests.workers.conftest import Case, StandingClock
from workers.petition.close_petition import close_petition


def test_twice_is_as_good_as_once(case: Case, clock: StandingClock) -> None:
    close_petition(case.petition_id)
    first = clock.moment
    clock.moment = first.replace(day=9)
    close_petition(case.petition_id)
    assert case.petition().closed_at == first
    assert len(case.acts("close_petition")) == 1
