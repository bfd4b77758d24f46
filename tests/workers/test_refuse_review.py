"""refuse_review - articles 35 and 36: by which rule a request is not taken on."""

import pytest

from law.review import RefusalReason, ReviewState
from records.errors import NoticeIncomplete
from tests.workers.conftest import Case, job, result_of
from tests.workers.in_review import in_review
from workers.review.register_review import register_review
from workers.review_acceptance.refuse_review import refuse_review

pytestmark = pytest.mark.usefixtures("calendar")


def test_twice_is_as_good_as_once(case: Case) -> None:
    review = in_review(case, refusal_reason=RefusalReason.late, where_to_go="请书面说明理由。")
    register_review(job(), review.id)
    for _ in range(2):
        assert result_of(refuse_review(review.id)) == {"is_review_accepted": False}
    assert review.row().state is ReviewState.refused
    assert review.matter.clocks()["D15"][1] == ["started", "met"]
    body = review.matter.document("refuse_review").body
    for words in ("超过规定的期限提出", "第三十五条", "请书面说明理由"):
        assert words in body


@pytest.mark.parametrize("reason", [*RefusalReason])
def test_every_reason_names_an_article_and_no_local_rule(case: Case, reason: RefusalReason) -> None:
    review = in_review(case, refusal_reason=reason)
    refuse_review(review.id)
    body = review.matter.document("refuse_review").body
    assert "《信访工作条例》第" in body
    assert "地方" not in body


def test_no_refusal_without_a_reason(case: Case) -> None:
    with pytest.raises(NoticeIncomplete):
        refuse_review(in_review(case).id)


def test_what_was_withdrawn_meanwhile_stays_withdrawn(case: Case) -> None:
    review = in_review(case, refusal_reason=RefusalReason.late, state=ReviewState.withdrawn)
    refuse_review(review.id)
    assert review.row().state is ReviewState.withdrawn
