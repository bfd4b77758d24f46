"""record_rating - article 21(2): the petitioner has rated, so the time to rate is over."""

import pytest

from tests.workers.at_bureau import at_bureau
from tests.workers.conftest import Case
from workers.aftercare.open_aftercare import open_aftercare
from workers.aftercare.record_rating import record_rating

pytestmark = pytest.mark.usefixtures("calendar")


def test_twice_is_as_good_as_once(case: Case) -> None:
    open_aftercare(case.petition_id)
    for _ in range(2):
        record_rating(case.petition_id)
    assert at_bureau(case).entries() == {"D21": ["started", "met"]}
