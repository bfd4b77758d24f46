"""record_settlement - article 33: performed, the matter is settled; else an opinion follows."""

import pytest

from records.models.matter import MatterEnd
from tests.workers.at_hearing import change_mediation, mediated
from tests.workers.at_unit import AtUnit, at_unit
from tests.workers.conftest import Case, StandingClock, result_of
from workers.mediation.issue_agreement import issue_agreement
from workers.mediation.record_settlement import record_settlement

pytestmark = pytest.mark.usefixtures("calendar")


@pytest.fixture
def matter(case: Case, clock: StandingClock) -> AtUnit:
    """A matter with an agreement that the court is to confirm."""
    found = at_unit(case)
    mediated(found, clock, is_confirmation_wanted=True)
    issue_agreement(found.id)
    return found


def test_what_was_performed_settles_the_matter(matter: AtUnit) -> None:
    change_mediation(matter, is_performed=True)
    for _ in range(2):
        assert result_of(record_settlement(matter.id)) == {"is_settled": True}
    assert matter.row().end is MatterEnd.settled
    assert matter.entries() == {"D19": ["started", "withdrawn"], "D26": ["started", "met"]}


def test_what_was_not_leaves_it_to_an_opinion(matter: AtUnit) -> None:
    change_mediation(matter, is_performed=False)
    for _ in range(2):
        assert result_of(record_settlement(matter.id)) == {"is_settled": False}
    assert matter.row().end is None
    assert matter.entries() == {"D19": ["started", "withdrawn"], "D26": ["started", "withdrawn"]}
