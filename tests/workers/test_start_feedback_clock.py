"""start_feedback_clock - articles 38, 40: each step is given its time, which the office sets."""

import pytest

from tests.workers.conftest import Case, StandingClock, result_of
from tests.workers.supervised import supervised
from workers.supervision_feedback.start_feedback_clock import start_feedback_clock

pytestmark = pytest.mark.usefixtures("calendar")


def test_twice_is_as_good_as_once(case: Case, clock: StandingClock) -> None:
    found = supervised(case, clock)
    told = result_of(start_feedback_clock(found.id))
    assert set(told) == {"feedback_clock_id", "feedback_next_alert_at"}
    assert start_feedback_clock(found.id) == told
    assert found.matter.clocks() == {"D17a": ("2026-03-17", ["started"])}
    assert str(found.row().feedback_due_on) == "2026-03-17"
