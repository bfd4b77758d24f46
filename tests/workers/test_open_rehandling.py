"""open_rehandling - articles 35 and 36: the unit handles the matter again in the period set."""

from datetime import date
from typing import Any

import pytest

from law.review import ReviewOutcome
from records.models.petition import Outcome
from tests.workers.conftest import UNIT, Case, result_of
from tests.workers.in_review import MON_16_MARCH, OPINION, InReview, in_review
from workers.rehandling.open_rehandling import open_rehandling
from workers.review_decision.issue_review_opinion import issue_review_opinion

pytestmark = pytest.mark.usefixtures("calendar")


def revoked(case: Case, **values: Any) -> InReview:
    review = in_review(case, **(OPINION | {"outcome": ReviewOutcome.revoked} | values))
    issue_review_opinion(review.id)
    review.change(served_on=MON_16_MARCH)
    return review


def test_twice_is_as_good_as_once(case: Case) -> None:
    review = revoked(case)
    for _ in range(2):
        assert result_of(open_rehandling(review.id)) == {"unit": UNIT, "category": "claim"}
    matter, kept = review.matter.row(), review.row()
    assert (matter.round, matter.served_on, matter.answer, matter.signed_at) == (
        2,
        None,
        None,
        None,
    )
    assert (kept.old_round, kept.old_outcome) == (1, Outcome.explain)
    assert kept.old_answer == "维修资金尚在征求意见。"
    # Sixty days by default, a local model.
    assert review.matter.clocks()["D16"] == ("2026-05-15", ["started"])
    document = review.matter.document("open_rehandling")
    assert document.addressee == "unit"
    for words in ("2026年5月15日", "不得以同一事实和理由", "予以维持"):
        assert words in document.body


def test_the_opinion_may_set_the_day(case: Case) -> None:
    review = revoked(case, redo_until=date(2026, 4, 15))
    open_rehandling(review.id)
    assert review.matter.clocks()["D16"] == ("2026-04-15", ["started"])
