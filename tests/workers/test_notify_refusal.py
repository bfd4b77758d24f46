"""notify_refusal - articles 19 and 20: what is refused by procedure, with the reason."""

import pytest

from tests.workers.at_bureau import at_bureau
from tests.workers.conftest import BUREAU, Case, StandingClock
from tests.workers.earlier import add_earlier_matter, file_earlier, link
from workers.screening.notify_refusal import notify_refusal

pytestmark = pytest.mark.usefixtures("calendar")


def test_twice_is_as_good_as_once(case: Case, clock: StandingClock) -> None:
    petition = at_bureau(case)
    earlier = file_earlier(petition, clock.now())
    add_earlier_matter(petition, earlier)
    link(petition, earlier, clock.now())
    petition.change(repetition="in_progress")
    for _ in range(2):
        notify_refusal(petition.id)
    notice = petition.document("notify_refusal")
    assert (notice.issued_by, notice.addressee) == (BUREAU, "petitioner")
