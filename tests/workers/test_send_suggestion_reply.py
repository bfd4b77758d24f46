"""send_suggestion_reply - article 29: what became of a suggestion."""

import pytest

from records.models.matter import MatterEnd
from records.models.petition import Category
from tests.workers.at_unit import at_unit
from tests.workers.conftest import UNIT, Case, StandingClock
from workers.suggestion.send_suggestion_reply import send_suggestion_reply

pytestmark = pytest.mark.usefixtures("calendar")


def test_twice_is_as_good_as_once(case: Case, clock: StandingClock) -> None:
    matter = at_unit(case, category=Category.proposal, answer="建议已经采纳。")
    matter.decide("study_suggestion", clock.now(), adoption="adopted", answer="建议已经采纳。")
    for _ in range(2):
        send_suggestion_reply(matter.id)
    reply = matter.document("send_suggestion_reply")
    assert (reply.issued_by, reply.addressee) == (UNIT, "petitioner")
    assert matter.row().end is MatterEnd.answered
