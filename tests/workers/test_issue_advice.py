"""issue_advice - article 40: three suggestions, each on its basis, answered within D17."""

from dataclasses import replace

import pytest

from law.decision_words import SupervisionStep
from records.models.supervision import AdviceKind
from tests.workers.conftest import Case, StandingClock
from tests.workers.supervised import DRAFT, supervised
from workers.advice.issue_advice import issue_advice

pytestmark = pytest.mark.usefixtures("calendar")


@pytest.mark.parametrize(
    ("kind", "title", "basis", "step"),
    [
        ("improve", "改进工作建议书", "40(1)", SupervisionStep.suggest_improvement),
        ("policy", "完善政策建议书", "40(2)", SupervisionStep.suggest_policy),
        ("liability", "追究责任建议书", "40(3)", SupervisionStep.suggest_liability),
    ],
)
def test_twice_is_as_good_as_once(
    case: Case, clock: StandingClock, kind: str, title: str, basis: str, step: SupervisionStep
) -> None:
    found = supervised(case, clock)
    found.draft(replace(DRAFT, kind=AdviceKind(kind)))
    told = issue_advice(found.id)
    assert issue_advice(found.id) == told
    letter = found.matter.document("issue_advice")
    assert (letter.title, letter.basis) == (title, f"regulation_2022:{basis}")
    assert "2026年4月1日" in letter.body
    assert found.matter.clocks() == {"D17": ("2026-04-01", ["started"])}
    assert found.row().step is step
