"""refuse_matter - article 23: a unit without power says who has it."""

import pytest

from law.decision_facts import SimpleGround
from records.models.matter import MatterEnd
from tests.workers.at_unit import AtUnit, at_unit
from tests.workers.conftest import Case, StandingClock, result_of
from workers.acceptance.receive_matter import receive_matter
from workers.acceptance.refuse_matter import refuse_matter

pytestmark = pytest.mark.usefixtures("calendar")


@pytest.fixture
def matter(case: Case, clock: StandingClock) -> AtUnit:
    """A direct matter that was found to be another unit's."""
    found = at_unit(case, is_direct=True, simple_ground=SimpleGround.other)
    receive_matter(found.id)
    found.decide("examine_matter", clock.now(), power="none", legal_path="向交通主管部门提出")
    return found


def test_twice_is_as_good_as_once(matter: AtUnit) -> None:
    for _ in range(2):
        assert result_of(refuse_matter(matter.id)) == {"matter_result": "refused"}
    assert matter.row().end is MatterEnd.refused
    assert matter.documents() == [("refuse_matter", "1.1", "petitioner")]
    assert matter.entries() == {"D02": ["started", "met"], "D12": ["started", "withdrawn"]}


def test_whose_name_is_unclear_is_not_told(matter: AtUnit) -> None:
    matter.change_petition(is_name_clear=False)
    refuse_matter(matter.id)
    assert (matter.row().end, matter.documents()) == (MatterEnd.refused, [])
