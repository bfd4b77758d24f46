"""send_duty_answer - article 31(五): what the unit did, or why it did not."""

import pytest

from law.decision_words import Route
from records.models.matter import MatterEnd
from tests.workers.at_unit import at_unit
from tests.workers.conftest import UNIT, Case, StandingClock
from workers.duty.send_duty_answer import send_duty_answer


@pytest.mark.parametrize("is_name_clear", [True, False])
def test_twice_is_as_good_as_once(case: Case, clock: StandingClock, is_name_clear: bool) -> None:
    matter = at_unit(
        case, route=Route.duty, answer="已经责令改正。", legal_basis="有关电梯安全的规定。"
    )
    matter.change_petition(is_name_clear=is_name_clear)
    matter.decide("perform_duty", clock.now(), is_performed="yes")
    for _ in range(2):
        send_duty_answer(matter.id)
    document = matter.document("send_duty_answer")
    assert (document.issued_by, document.occasion) == (UNIT, "1.1")
    assert "已经责令改正" in document.body
    assert matter.row().end is MatterEnd.answered
