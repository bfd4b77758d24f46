"""send_litigation_guidance - articles 20 and 22: a visitor is guided to the organ of justice."""

import pytest

from records.models.matter import MatterEnd
from tests.workers.at_bureau import at_bureau
from tests.workers.conftest import BUREAU, Case, StandingClock
from workers.litigation.send_litigation_guidance import send_litigation_guidance

pytestmark = pytest.mark.usefixtures("calendar")


def test_twice_is_as_good_as_once(case: Case, clock: StandingClock) -> None:
    petition = at_bureau(case)
    petition.classified(clock.now(), facts=["litigation"])
    matter = petition.matter()
    matter.decide("guide_visitor", clock.now(), explanation="案件正在法院审理。")
    for _ in range(2):
        send_litigation_guidance(matter.id)
    notice = matter.document("send_litigation_guidance")
    assert (notice.issued_by, notice.addressee) == (BUREAU, "petitioner")
    assert "案件正在法院审理。" in notice.body
    assert matter.row().end is MatterEnd.guided
