"""issue_supervision_letter - article 40(1): the letter says it, once, and the step is noted."""

import pytest

from law.decision_words import SupervisionStep
from tests.workers.conftest import BUREAU, Case, StandingClock
from tests.workers.supervised import supervised
from workers.supervision.issue_supervision_letter import issue_supervision_letter

pytestmark = pytest.mark.usefixtures("calendar")


def test_twice_is_as_good_as_once(case: Case, clock: StandingClock) -> None:
    found = supervised(case, clock)
    found.decide(
        "sign_supervision_letter", is_letter_signed="yes", problem="逾期未办。", demand="立即办理。"
    )
    for _ in range(2):
        assert issue_supervision_letter(found.id) == {"last_step": "supervision_letter"}
    assert found.row().step is SupervisionStep.supervision_letter
    letter = found.matter.document("issue_supervision_letter")
    assert (letter.addressee, letter.issued_by) == ("unit", BUREAU)
    for words in ("信访部门负责人要求督办", "逾期未办。", "立即办理。", "2026年3月17日"):
        assert words in letter.body
    assert len(case.acts("take_supervision_step")) == 1
