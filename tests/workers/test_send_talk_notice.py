"""send_talk_notice - article 39(3): the letter says it, once, and the step is noted."""

import pytest

from law.decision_words import SupervisionStep
from tests.workers.conftest import BUREAU, Case, StandingClock
from tests.workers.supervised import supervised
from workers.supervision.send_talk_notice import send_talk_notice

pytestmark = pytest.mark.usefixtures("calendar")


def test_twice_is_as_good_as_once(case: Case, clock: StandingClock) -> None:
    found = supervised(case, clock)
    found.decide("arrange_talk", talk_on="2026-03-05", place="会议室", problem="逾期未办。")
    for _ in range(2):
        assert send_talk_notice(found.id) == {"last_step": "talk"}
    assert found.row().step is SupervisionStep.talk
    letter = found.matter.document("send_talk_notice")
    assert (letter.addressee, letter.issued_by) == ("unit", BUREAU)
    assert [one for one in ("2026年3月5日", "会议室", "逾期未办。") if one not in letter.body] == []
    assert len(case.acts("take_supervision_step")) == 1
