"""record_adoption - article 40(4): the addressee says in writing what became of it."""

import pytest

from law.decision_facts import Adoption
from records.models import Supervision
from records.supervisions.advice import answer
from tests.workers.conftest import UNIT, Case, StandingClock
from tests.workers.supervised import supervised
from workers.advice.issue_advice import issue_advice
from workers.advice.record_adoption import record_adoption

pytestmark = pytest.mark.usefixtures("calendar")


@pytest.mark.parametrize(
    ("adoption", "word"),
    [
        (Adoption.adopted, "采纳"),
        (Adoption.partly, "部分采纳"),
        (Adoption.not_adopted, "未采纳"),
    ],
)
def test_twice_is_as_good_as_once(
    case: Case, clock: StandingClock, adoption: Adoption, word: str
) -> None:
    found = supervised(case, clock)
    found.draft()
    issue_advice(found.id)
    found.matter.write(
        lambda session: answer(
            session,
            session.get_one(Supervision, found.id),
            adoption,
            reason="已经改进。",
            now=clock.now(),
        )
    )
    for _ in range(2):
        record_adoption(found.id)
    note = found.matter.document("record_adoption")
    assert (note.addressee, note.issued_by) == ("bureau", UNIT)
    assert f"<td>{word}</td>" in note.body
    assert found.advice().adoption is adoption
    assert found.matter.entries() == {"D17": ["started", "met"]}
