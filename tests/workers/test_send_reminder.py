"""send_reminder - article 40(1): the letter says it, once, and the step is noted."""

import pytest

from law.decision_words import SupervisionStep
from tests.workers.conftest import BUREAU, Case, StandingClock
from tests.workers.supervised import supervised
from workers.supervision.send_reminder import send_reminder

pytestmark = pytest.mark.usefixtures("calendar")


def test_twice_is_as_good_as_once(case: Case, clock: StandingClock) -> None:
    found = supervised(case, clock)
    for _ in range(2):
        assert send_reminder(found.id) == {"last_step": "remind"}
    assert found.row().step is SupervisionStep.remind
    letter = found.matter.document("send_reminder")
    assert (letter.addressee, letter.issued_by) == ("unit", BUREAU)
    assert [one for one in ("催办", "2026年3月17日") if one not in letter.body] == []
    assert len(case.acts("take_supervision_step")) == 1
