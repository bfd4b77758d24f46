"""record_duty_done - article 40: what is done before a letter went out needs none."""

import pytest

from records.models.supervision import SupervisionEnd
from tests.workers.conftest import Case, StandingClock
from tests.workers.supervised import supervised
from workers.supervision.record_duty_done import record_duty_done
from workers.supervision_feedback.start_feedback_clock import start_feedback_clock

pytestmark = pytest.mark.usefixtures("calendar")


def test_twice_is_as_good_as_once(case: Case, clock: StandingClock) -> None:
    found = supervised(case, clock)
    start_feedback_clock(found.id)
    for _ in range(2):
        record_duty_done(found.id)
    assert found.row().end is SupervisionEnd.done
    assert found.matter.entries() == {"D17a": ["started", "withdrawn"]}
    assert len(case.acts("close_supervision")) == 1
