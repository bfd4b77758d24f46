"""find_earlier_petitions - articles 19 and 21: is there anything a person must compare with?"""

from tests.workers.at_bureau import at_bureau
from tests.workers.conftest import Case, StandingClock
from tests.workers.earlier import file_earlier
from workers.screening.find_earlier_petitions import find_earlier_petitions


def test_the_first_of_its_kind_repeats_nothing(case: Case) -> None:
    assert find_earlier_petitions(case.petition_id) == {"has_earlier": False}


def test_what_was_filed_before_is_found_every_time(case: Case, clock: StandingClock) -> None:
    file_earlier(at_bureau(case), clock.now())
    for _ in range(2):
        assert find_earlier_petitions(case.petition_id) == {"has_earlier": True}


def test_what_came_later_is_not_earlier(case: Case, clock: StandingClock) -> None:
    earlier = file_earlier(at_bureau(case), clock.now())
    assert find_earlier_petitions(earlier) == {"has_earlier": False}
