"""notify_progress - articles 19 and 21: the petitioner learns how the running matter stands."""

import pytest

from tests.workers.at_bureau import at_bureau
from tests.workers.conftest import BUREAU, Case, StandingClock
from tests.workers.earlier import add_earlier_matter, file_earlier, link
from workers.screening.notify_progress import notify_progress

pytestmark = pytest.mark.usefixtures("calendar")


def test_twice_is_as_good_as_once(case: Case, clock: StandingClock) -> None:
    petition = at_bureau(case)
    earlier = file_earlier(petition, clock.now())
    add_earlier_matter(petition, earlier)
    link(petition, earlier, clock.now())
    for _ in range(2):
        notify_progress(petition.id)
    notice = petition.document("notify_progress")
    assert (notice.issued_by, notice.addressee) == (BUREAU, "petitioner")
    assert "示范市住房和城乡建设局" in notice.body
