"""issue_review_opinion - articles 35 and 36: the opinion, and what may be done against it."""

import pytest

from law.review import ReviewOutcome, ReviewState
from records.errors import NoticeIncomplete
from records.services import services_of
from tests.workers.at_unit import REVIEW_BODY
from tests.workers.conftest import Case, result_of
from tests.workers.in_review import ABOVE, OPINION, in_rereview, in_review
from workers.review_decision.issue_review_opinion import issue_review_opinion

pytestmark = pytest.mark.usefixtures("calendar")


def test_twice_is_as_good_as_once(case: Case) -> None:
    review = in_review(case, **OPINION)
    for _ in range(2):
        assert result_of(issue_review_opinion(review.id)) == {"must_rehandle": False}
    assert review.row().state is ReviewState.issued
    document = review.matter.document("issue_review_opinion")
    assert (document.title, document.issued_by) == ("信访事项复查意见书", REVIEW_BODY)
    for words in ("结论：维持", "30日", "示范省复查复核办公室", "第三十六条"):
        assert words in document.body
    with case.database.reading() as session:
        assert services_of(session, [document.id]) == {}


def test_a_rereview_is_final_and_says_so(case: Case) -> None:
    review = in_rereview(case, **OPINION)
    issue_review_opinion(review.id)
    document = review.matter.document("issue_review_opinion")
    assert (document.title, document.issued_by) == ("信访事项复核意见书", ABOVE)
    assert "最终意见" in document.body
    assert "不再受理" in document.body


@pytest.mark.parametrize(
    ("outcome", "state"),
    [
        (ReviewOutcome.changed, ReviewState.issued),
        (ReviewOutcome.revoked, ReviewState.issued),
        (ReviewOutcome.redo, ReviewState.returned),
    ],
)
def test_what_is_set_aside_is_handled_anew(
    case: Case, outcome: ReviewOutcome, state: ReviewState
) -> None:
    review = in_review(case, **(OPINION | {"outcome": outcome}))
    answer = result_of(issue_review_opinion(review.id))
    assert answer == {"must_rehandle": outcome is not ReviewOutcome.changed}
    assert review.row().state is state


def test_no_opinion_without_its_parts(case: Case) -> None:
    review = in_review(case, **(OPINION | {"legal_basis": ""}))
    with pytest.raises(NoticeIncomplete):
        issue_review_opinion(review.id)
    assert review.row().issued_on is None
