"""set_finality - article 36(3): the same facts and reasons are not taken up again."""

from datetime import date

import pytest

from records.models import Review
from tests.workers.conftest import Case
from tests.workers.in_review import in_rereview
from workers.errors import NotServed
from workers.review.set_finality import set_finality

pytestmark = pytest.mark.usefixtures("calendar")
WED_25_MARCH = date(2026, 3, 25)


def test_twice_is_as_good_as_once(case: Case) -> None:
    review = in_rereview(case, served_on=WED_25_MARCH)
    for _ in range(2):
        set_finality(review.id)
    row: Review = review.row()
    assert row.final_on == WED_25_MARCH
    assert len(case.acts("set_finality")) == 1


def test_not_before_it_reached_the_petitioner(case: Case) -> None:
    with pytest.raises(NotServed):
        set_finality(in_rereview(case).id)
