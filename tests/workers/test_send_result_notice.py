"""send_result_notice - article 31(一) to (四): the legal procedure took the matter up."""

import pytest

from law.decision_words import Route
from records.models.matter import MatterEnd
from tests.workers.at_unit import at_unit
from tests.workers.conftest import Case, StandingClock, result_of
from workers.imported_procedure.send_result_notice import send_result_notice


@pytest.mark.parametrize("is_name_clear", [True, False])
def test_twice_is_as_good_as_once(case: Case, clock: StandingClock, is_name_clear: bool) -> None:
    matter = at_unit(case, route=Route.arbitration)
    matter.change_petition(is_name_clear=is_name_clear)
    matter.decide(
        "record_procedure_result",
        clock.now(),
        is_taken_up="yes",
        organ="示范市仲裁委员会",
        result="已经立案。",
    )
    for _ in range(2):
        assert result_of(send_result_notice(matter.id)) == {"matter_result": "imported"}
    assert "示范市仲裁委员会" in matter.document("send_result_notice").body
    assert matter.row().end is MatterEnd.imported
