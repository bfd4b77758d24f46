"""extend_handling_period - article 34: once, at most thirty days, before the period ends."""

from datetime import datetime

import pytest

from law.instants import SHANGHAI
from records.models import ExtensionRequest
from tests.workers.at_unit import CLERK, LEADER, AtUnit, at_unit
from tests.workers.conftest import MON_2_MARCH, Case, StandingClock, result_of
from workers.handling.extend_handling_period import extend_handling_period
from workers.handling.start_handling_clock import start_handling_clock
from workers.handling.stop_handling_clock import stop_handling_clock

pytestmark = pytest.mark.usefixtures("calendar")


@pytest.fixture
def matter(case: Case) -> AtUnit:
    """A matter accepted on 2 March: its period ends on 6 May."""
    return at_unit(case, accepted_on=MON_2_MARCH)


@pytest.fixture
def clock_id(matter: AtUnit) -> str:
    return str(result_of(start_handling_clock(matter.id))["handling_clock_id"])


def approved(matter: AtUnit, *, days: int = 30, is_approved: bool | None = True) -> str:
    """A request that the leader has decided; its id."""
    request = ExtensionRequest(
        matter_id=matter.id,
        days=days,
        reason="须作鉴定。",
        asked_by=CLERK,
        asked_at=datetime(2026, 3, 2, 9, 0, tzinfo=SHANGHAI),
        is_approved=is_approved,
        decided_by=LEADER,
    )
    matter.write(lambda session: session.add(request))
    return request.id


def is_approved(matter: AtUnit, extension_id: str) -> bool | None:
    with matter.case.database.reading() as session:
        return session.get_one(ExtensionRequest, extension_id).is_approved


def test_twice_is_as_good_as_once(matter: AtUnit, clock_id: str) -> None:
    extension_id = approved(matter)
    for _ in range(2):
        assert result_of(extend_handling_period(extension_id, clock_id)) == {"is_extended": True}
    # 2 March + 60 + 30 days is Sunday 31 May.
    assert matter.clocks() == {"D05": ("2026-06-01", ["started", "extended"])}


def test_a_last_day_that_has_passed_meanwhile_refuses_without_an_incident(
    matter: AtUnit, clock_id: str, clock: StandingClock
) -> None:
    extension_id = approved(matter)
    clock.moment = datetime(2026, 5, 7, 0, 0, tzinfo=SHANGHAI)
    for _ in range(2):
        assert result_of(extend_handling_period(extension_id, clock_id)) == {"is_extended": False}
    assert is_approved(matter, extension_id) is False
    assert matter.entries() == {"D05": ["started"]}
    (act,) = matter.case.acts("refuse_extension")
    assert act.detail["reason"] == "ExtensionTooLate"


def test_a_second_extension_is_refused(matter: AtUnit, clock_id: str) -> None:
    extend_handling_period(approved(matter, days=10), clock_id)
    second = approved(matter, days=10)
    assert result_of(extend_handling_period(second, clock_id)) == {"is_extended": False}
    assert matter.entries() == {"D05": ["started", "extended"]}


def test_an_answer_that_went_out_meanwhile_leaves_nothing_to_extend(
    matter: AtUnit, clock_id: str
) -> None:
    stop_handling_clock(matter.id)
    extension_id = approved(matter)
    assert result_of(extend_handling_period(extension_id, clock_id)) == {"is_extended": False}


def test_what_no_leader_approved_extends_nothing(matter: AtUnit, clock_id: str) -> None:
    extension_id = approved(matter, is_approved=None)
    assert result_of(extend_handling_period(extension_id, clock_id)) == {"is_extended": False}
    assert is_approved(matter, extension_id) is None
