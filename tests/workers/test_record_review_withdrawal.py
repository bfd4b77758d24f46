"""record_review_withdrawal - articles 35 and 36(1): the request ends, the opinion stands."""

import pytest

from law.review import ReviewState
from records.models.matter import MatterEnd
from tests.workers.conftest import Case, job
from tests.workers.in_review import in_review
from workers.review.record_review_withdrawal import record_review_withdrawal
from workers.review.register_review import register_review
from workers.review_acceptance.accept_review import accept_review

pytestmark = pytest.mark.usefixtures("calendar")


def test_twice_is_as_good_as_once(case: Case) -> None:
    review = in_review(case)
    register_review(job(), review.id)
    accept_review(review.id)
    review.change(state=ReviewState.withdrawn, withdrawal_reason="已经解决")
    for _ in range(2):
        record_review_withdrawal(review.id)
    assert review.matter.entries()["D08"] == ["started", "withdrawn"]
    assert review.matter.row().end is MatterEnd.answered
    body = review.matter.document("record_review_withdrawal").body
    assert "原意见不变" in body
    assert "已经解决" not in body
