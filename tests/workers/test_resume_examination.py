"""resume_examination - articles 35 and 36(1): completed or not, the request is looked at again."""

from datetime import date

import pytest

from records.clocks.find import running
from tests.workers.conftest import Case, job, result_of
from tests.workers.in_review import InReview, in_review
from workers.review.register_review import register_review
from workers.review_acceptance.resume_examination import resume_examination
from workers.review_acceptance.send_supplement_notice import send_supplement_notice

pytestmark = pytest.mark.usefixtures("calendar")


@pytest.fixture
def review(case: Case) -> InReview:
    """A request that lacked something, and its petitioner was told."""
    found = in_review(case, missing="evidence")
    register_review(job(), found.id)
    send_supplement_notice(found.id)
    return found


def test_what_was_completed_lacks_nothing_and_the_days_start_anew(review: InReview) -> None:
    review.change(completed_on=date(2026, 3, 20))
    for _ in range(2):
        facts = result_of(resume_examination(review.id))
        assert facts["missing_items"] == "none"
    with review.matter.case.database.reading() as session:
        found = running(session, matter_id=review.matter.id, codes=("D15", "D25"))
        assert [(one.code, one.due_on) for one in found] == [("D15", date(2026, 3, 25))]


def test_what_was_not_completed_still_lacks(review: InReview) -> None:
    assert result_of(resume_examination(review.id))["missing_items"] == "again"
