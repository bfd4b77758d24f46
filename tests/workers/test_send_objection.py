"""send_objection - article 23(3): the unit objects with its reasons, in time."""

import pytest

from tests.workers.at_unit import at_unit
from tests.workers.conftest import UNIT, Case, StandingClock
from workers.acceptance.receive_matter import receive_matter
from workers.objection.send_objection import send_objection

pytestmark = pytest.mark.usefixtures("calendar")


def test_twice_is_as_good_as_once(case: Case, clock: StandingClock) -> None:
    matter = at_unit(case)
    receive_matter(matter.id)
    matter.decide(
        "examine_matter",
        clock.now(),
        power="none",
        objection_reasons="电梯由物业服务企业管理。",
        objection_basis="有关物业管理的规定",
    )
    for _ in range(2):
        send_objection(matter.id)
    assert matter.documents() == [("send_objection", "1.1", "bureau")]
    assert matter.document("send_objection").issued_by == UNIT
    # The unit still owes the petitioner a notice: an objection may be refused.
    assert matter.entries() == {"D03": ["started"], "D04": ["started", "met"]}
