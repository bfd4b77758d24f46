"""record_lead_unit - article 24(1): who leads, and how that was settled."""

import pytest

from tests.workers.at_bureau import OTHER, at_bureau
from tests.workers.conftest import BUREAU, UNIT, Case, StandingClock
from workers.joint_handling.record_lead_unit import record_lead_unit

pytestmark = pytest.mark.usefixtures("calendar")


def test_twice_is_as_good_as_once(case: Case, clock: StandingClock) -> None:
    petition = at_bureau(case)
    petition.classified(clock.now())
    matter = petition.matter()
    said = {"is_lead_agreed": "yes", "units": [UNIT, OTHER], "unit": OTHER}
    matter.decide("negotiate_lead", clock.now(), **said)
    for _ in range(2):
        assert record_lead_unit(matter.id, OTHER) == {"unit": OTHER}
    record = matter.document("record_lead_unit")
    assert (record.issued_by, record.addressee) == (BUREAU, "unit")
    assert "示范市人力资源和社会保障局" in record.body
