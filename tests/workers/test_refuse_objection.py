"""refuse_objection - article 23(3): the sender does not agree, the matter stays."""

import pytest

from tests.workers.at_unit import at_unit
from tests.workers.conftest import BUREAU, Case, StandingClock, result_of
from workers.acceptance.receive_matter import receive_matter
from workers.objection.refuse_objection import refuse_objection

pytestmark = pytest.mark.usefixtures("calendar")


def test_twice_is_as_good_as_once(case: Case, clock: StandingClock) -> None:
    matter = at_unit(case)
    receive_matter(matter.id)
    matter.issued("send_objection", clock.now())
    matter.decide("decide_objection", clock.now(), is_objection_agreed="no", note="属你单位职权。")
    for _ in range(2):
        assert result_of(refuse_objection(matter.id)) == {"is_objection_refused": True}
    assert matter.row().is_objection_refused
    document = matter.document("refuse_objection")
    assert (document.occasion, document.addressee, document.issued_by) == ("1.1", "unit", BUREAU)
    assert result_of(receive_matter(matter.id))["is_objection_refused"] is True
