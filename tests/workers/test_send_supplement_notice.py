"""send_supplement_notice - articles 35 and 36(1): what lacks is asked for once."""

import pytest

from tests.workers.conftest import Case, job, result_of
from tests.workers.in_review import in_review
from workers.review.register_review import register_review
from workers.review_acceptance.send_supplement_notice import send_supplement_notice

pytestmark = pytest.mark.usefixtures("calendar")


def test_twice_is_as_good_as_once(case: Case) -> None:
    review = in_review(case, missing="opinion_copy,evidence")
    register_review(job(), review.id)
    first, second = (result_of(send_supplement_notice(review.id)) for _ in range(2))
    assert first == second
    clocks = review.matter.clocks()
    # Meanwhile the unit is not late; the ten days are an office's to set.
    assert (clocks["D15"][1], clocks["D25"]) == (["started", "met"], ("2026-03-26", ["started"]))
    body = review.matter.document("send_supplement_notice").body
    assert "原意见书" in body
    assert "有关证据材料" in body
    assert "书面申请书" not in body
