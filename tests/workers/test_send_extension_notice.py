"""send_extension_notice - article 34: why it takes longer is told."""

import pytest

from records.models import ExtensionRequest
from tests.workers.at_unit import CLERK, LEADER, AtUnit, at_unit
from tests.workers.conftest import MON_2_MARCH, UNIT, Case, StandingClock, result_of
from workers.handling.extend_handling_period import extend_handling_period
from workers.handling.send_extension_notice import send_extension_notice
from workers.handling.start_handling_clock import start_handling_clock

pytestmark = pytest.mark.usefixtures("calendar")


@pytest.fixture
def matter(case: Case, clock: StandingClock) -> AtUnit:
    """A matter with an extended period."""
    found = at_unit(case, accepted_on=MON_2_MARCH)
    clock_id = str(result_of(start_handling_clock(found.id))["handling_clock_id"])
    request = ExtensionRequest(
        matter_id=found.id,
        days=30,
        reason="须作鉴定。",
        asked_by=CLERK,
        asked_at=clock.now(),
        is_approved=True,
        decided_by=LEADER,
        decided_at=clock.now(),
    )
    found.write(lambda session: session.add(request))
    extend_handling_period(request.id, clock_id)
    return found


def test_twice_is_as_good_as_once(matter: AtUnit) -> None:
    for _ in range(2):
        send_extension_notice(matter.id)
    document = matter.document("send_extension_notice")
    assert (document.issued_by, document.addressee) == (UNIT, "petitioner")
    for passage in ("须作鉴定", "2026年5月6日", "2026年6月1日"):
        assert passage in document.body


def test_whose_name_is_unclear_is_not_told(matter: AtUnit) -> None:
    matter.change_petition(is_name_clear=False)
    send_extension_notice(matter.id)
    assert matter.documents() == []
