"""record_feedback - articles 38, 40: what the unit feeds back is a document of the unit."""

import pytest

from records.models import Supervision
from records.supervisions.feedback import keep_feedback
from tests.workers.conftest import UNIT, Case, StandingClock
from tests.workers.supervised import supervised
from workers.supervision_feedback.record_feedback import record_feedback
from workers.supervision_feedback.start_feedback_clock import start_feedback_clock

pytestmark = pytest.mark.usefixtures("calendar")


def test_twice_is_as_good_as_once(case: Case, clock: StandingClock) -> None:
    found = supervised(case, clock)
    start_feedback_clock(found.id)
    found.matter.write(
        lambda session: keep_feedback(
            session, session.get_one(Supervision, found.id), "已经修复。", now=clock.now()
        )
    )
    for _ in range(2):
        record_feedback(found.id)
    note = found.matter.document("record_feedback")
    assert (note.addressee, note.issued_by) == ("bureau", UNIT)
    assert "已经修复。" in note.body
    assert found.matter.entries() == {"D17a": ["started", "met"]}
