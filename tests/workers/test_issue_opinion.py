"""issue_opinion - articles 32, 34 and 35: the signed opinion of the unit."""

from typing import Any

import pytest

from law.decision_words import Procedure, Route
from records.errors import NoticeIncomplete
from records.models import Petitioner
from records.models.matter import MatterEnd
from records.models.petition import Outcome
from records.services import services_of
from tests.workers.at_unit import LEADER, AtUnit, at_unit
from tests.workers.conftest import MON_2_MARCH, UNIT, Case, StandingClock
from workers.handling.issue_opinion import issue_opinion

DRAFT: dict[str, Any] = {
    "route": Route.petition,
    "procedure": Procedure.ordinary,
    "accepted_on": MON_2_MARCH,
    "outcome": Outcome.explain,
    "facts": "经查，电梯因维修资金未到位停运。",
    "answer": "现已责成物业限期修复。",
    "legal_basis": "有关维修资金的规定。",
    "signed_by": LEADER,
}


@pytest.fixture
def matter(case: Case, clock: StandingClock) -> AtUnit:
    """A matter with a signed opinion."""
    return at_unit(case, **DRAFT, signed_at=clock.now())


def test_the_opinion_answers_the_matter(matter: AtUnit) -> None:
    issue_opinion(matter.id)
    document = matter.document("issue_opinion")
    assert (document.issued_by, document.occasion) == (UNIT, "1.1")
    assert "现已责成物业限期修复" in document.body
    assert matter.row().end is MatterEnd.answered


def test_twice_is_as_good_as_once_and_each_round_has_its_opinion(matter: AtUnit) -> None:
    issue_opinion(matter.id)
    matter.change(answer="后来改动的文字不进入已经出具的文书。")
    issue_opinion(matter.id)
    assert "现已责成物业限期修复" in matter.document("issue_opinion").body
    matter.change(round=2)
    issue_opinion(matter.id)
    assert [occasion for _, occasion, _ in matter.documents()] == ["1.1", "1.2"]


def test_it_is_served_apart_even_to_who_agreed_to_electronic_service(matter: AtUnit) -> None:
    person = matter.case.petition().petitioner_id
    matter.write(
        lambda session: setattr(session.get_one(Petitioner, person), "accepts_electronic", True)
    )
    issue_opinion(matter.id)
    with matter.case.database.reading() as session:
        assert services_of(session, [matter.document("issue_opinion").id]) == {}


def test_no_opinion_without_its_parts(matter: AtUnit) -> None:
    matter.change(legal_basis="")
    with pytest.raises(NoticeIncomplete):
        issue_opinion(matter.id)
    assert matter.row().end is None
