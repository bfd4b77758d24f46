"""find_common_superior - article 24(1): who decides when the units do not agree."""

import pytest

from records.models import Unit
from tests.workers.at_bureau import OTHER, at_bureau
from tests.workers.conftest import UNIT, Case, StandingClock
from workers.joint_handling.find_common_superior import find_common_superior


@pytest.mark.parametrize("has_one", [True, False])
def test_units_below_one_superior_have_one_and_others_do_not(
    case: Case, clock: StandingClock, has_one: bool
) -> None:
    petition = at_bureau(case)
    petition.classified(clock.now())
    matter = petition.matter()
    if not has_one:
        petition.write(lambda session: setattr(session.get_one(Unit, OTHER), "parent_id", None))
    matter.decide("negotiate_lead", clock.now(), is_lead_agreed="no", units=[UNIT, OTHER])
    for _ in range(2):
        assert find_common_superior(matter.id) == {"has_common_superior": has_one}
