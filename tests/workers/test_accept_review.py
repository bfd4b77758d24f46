"""accept_review - articles 35 and 36(1): the decision is due thirty days from the request."""

import pytest

from law.decision_facts import ReviewStage
from tests.workers.at_unit import REVIEW_BODY
from tests.workers.conftest import Case, job, result_of
from tests.workers.in_review import in_rereview, in_review
from workers.review.register_review import register_review
from workers.review_acceptance.accept_review import accept_review

pytestmark = pytest.mark.usefixtures("calendar")


def test_twice_is_as_good_as_once(case: Case) -> None:
    review = in_review(case)
    register_review(job(), review.id)
    first, second = (result_of(accept_review(review.id)) for _ in range(2))
    assert first == second
    assert first["is_review_accepted"] is True
    clocks = review.matter.clocks()
    assert clocks["D15"][1] == ["started", "met"]
    assert clocks["D08"] == ("2026-04-15", ["started"])
    assert review.row().accepted_on is not None
    document = review.matter.document("accept_review")
    assert (document.title, document.issued_by) == ("信访事项复查受理告知单", REVIEW_BODY)
    assert "2026年4月15日" in document.body


def test_a_rereview_has_its_own_period_and_says_that_hearings_do_not_count(case: Case) -> None:
    review = in_rereview(case)
    accept_review(review.id)
    assert review.row().level is ReviewStage.rereview
    # 19 April is a Sunday: the next day.
    assert review.matter.clocks()["D10"] == ("2026-04-20", ["started"])
    assert "听证所需时间不计算在内" in review.matter.document("accept_review").body
