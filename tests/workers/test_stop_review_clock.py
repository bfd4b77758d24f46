"""stop_review_clock - articles 35 and 36(1): the opinion is out, its period is met."""

import pytest

from tests.workers.conftest import Case
from tests.workers.in_review import in_rereview, in_review
from workers.review_acceptance.accept_review import accept_review
from workers.review_decision.stop_review_clock import stop_review_clock

pytestmark = pytest.mark.usefixtures("calendar")


def test_twice_is_as_good_as_once(case: Case) -> None:
    review = in_review(case)
    accept_review(review.id)
    for _ in range(2):
        stop_review_clock(review.id)
    assert review.matter.entries()["D08"] == ["started", "met"]


def test_of_a_rereview_it_is_the_other_period(case: Case) -> None:
    review = in_rereview(case)
    accept_review(review.id)
    stop_review_clock(review.id)
    assert review.matter.entries()["D10"] == ["started", "met"]
