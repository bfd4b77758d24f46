"""register_review - articles 35 and 36(1): the request is on file and its facts are known."""

from datetime import date

import pytest

from law.review import Applicant
from tests.workers.at_unit import REVIEW_BODY
from tests.workers.conftest import UNIT, Case, job, result_of
from tests.workers.in_review import InReview, in_rereview, in_review
from workers.errors import RepeatedStart
from workers.review.register_review import register_review

pytestmark = pytest.mark.usefixtures("calendar")
ACCEPTED = {
    "review_stage": "review",
    "is_final": False,
    "has_opinion": True,
    "has_other_route": False,
    "is_right_person": True,
    "is_right_level": True,
    "timeliness": "in_time",
    "missing_items": "none",
}


def told(review: InReview) -> dict[str, object]:
    return result_of(register_review(job(), review.id))


def test_twice_is_as_good_as_once(case: Case) -> None:
    review = in_review(case)
    first, second = told(review), told(review)
    assert first == second
    assert first["unit"] == UNIT
    assert ACCEPTED.items() <= first.items()
    # Three working days after Monday 16 March, a local rule.
    assert review.matter.clocks() == {"D15": ("2026-03-19", ["started"])}
    document = review.matter.document("register_review")
    assert (document.title, document.issued_by) == ("信访事项复查申请书", REVIEW_BODY)
    assert "维修资金早已征求意见" in document.body


def test_another_instance_is_not_needed(case: Case) -> None:
    review = in_review(case)
    told(review)
    with pytest.raises(RepeatedStart):
        register_review(job(42), review.id)


@pytest.mark.parametrize(
    ("values", "told_facts"),
    [
        ({"requested_on": date(2026, 4, 10)}, {"timeliness": "late"}),
        (
            {"requested_on": date(2026, 4, 13), "posted_on": date(2026, 4, 9)},
            {"timeliness": "posted_in_time"},
        ),
        (
            {"requested_on": date(2026, 4, 10), "just_cause": "住院"},
            {"timeliness": "late_with_cause"},
        ),
        ({"applicant": Applicant.other}, {"is_right_person": False}),
        ({"unit_id": "990100-xf"}, {"is_right_level": False}),
        ({"missing": "opinion_copy"}, {"missing_items": "first"}),
    ],
)
def test_what_stands_against_it_is_told(
    case: Case, values: dict[str, object], told_facts: dict[str, object]
) -> None:
    assert told_facts.items() <= told(in_review(case, **values)).items()


def test_without_a_served_opinion_there_is_nothing_to_review(case: Case) -> None:
    review = in_review(case)
    review.matter.change(served_on=None)
    assert told(review)["has_opinion"] is False


def test_a_rereview_is_of_the_review_and_asked_of_the_unit_above_it(case: Case) -> None:
    review = in_rereview(case)
    facts = told(review)
    assert (facts["review_stage"], facts["unit"]) == ("rereview", REVIEW_BODY)
    assert (facts["is_right_level"], facts["timeliness"]) == (True, "in_time")
