"""notify_no_longer_accepted - article 36(3): what is final is registered and not taken up again."""

import pytest

from tests.workers.at_bureau import at_bureau
from tests.workers.conftest import BUREAU, Case, StandingClock
from tests.workers.earlier import add_earlier_matter, file_earlier, link
from workers.screening.notify_no_longer_accepted import notify_no_longer_accepted

pytestmark = pytest.mark.usefixtures("calendar")


def test_twice_is_as_good_as_once(case: Case, clock: StandingClock) -> None:
    petition = at_bureau(case)
    earlier = file_earlier(petition, clock.now())
    add_earlier_matter(petition, earlier)
    link(petition, earlier, clock.now())
    petition.change(repetition="final")
    for _ in range(2):
        notify_no_longer_accepted(petition.id)
    notice = petition.document("notify_no_longer_accepted")
    assert (notice.issued_by, notice.basis) == (BUREAU, "regulation_2022:36(3)")
