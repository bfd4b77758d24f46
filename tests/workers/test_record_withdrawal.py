"""record_withdrawal - articles 17 and 21: withdrawn before it went anywhere."""

import pytest

from records.models.matter import MatterEnd
from tests.workers.at_bureau import at_bureau
from tests.workers.conftest import Case, StandingClock
from workers.intake.start_dispatch_clock import start_dispatch_clock
from workers.petition.record_withdrawal import record_withdrawal

pytestmark = pytest.mark.usefixtures("calendar")


def test_nothing_of_it_runs_any_more_and_twice_is_as_good_as_once(
    case: Case, clock: StandingClock
) -> None:
    petition = at_bureau(case)
    start_dispatch_clock(case.petition_id)
    petition.classified(clock.now())
    for day in (4, 5):
        clock.moment = clock.moment.replace(day=day)
        assert record_withdrawal(case.petition_id) == {"petition_end": "withdrawn"}
    assert petition.entries() == {"D01": ["started", "withdrawn"]}
    ends = [(one.end, one.ended_at.day) for one in petition.matters() if one.ended_at]
    assert ends == [(MatterEnd.withdrawn, 4)] * 2
    assert len(case.acts("record_withdrawal")) == 1
