"""close_rehandling - article 35: the new opinion may be reviewed again."""

from datetime import date

import pytest

from tests.workers.conftest import Case, StandingClock, result_of
from tests.workers.in_review import in_review
from workers.matter_clocks import open_for
from workers.rehandling.close_rehandling import close_rehandling

pytestmark = pytest.mark.usefixtures("calendar")


def test_twice_is_as_good_as_once(case: Case, clock: StandingClock) -> None:
    review = in_review(case)
    review.change(old_round=1, old_answer="旧的答复。")
    review.matter.change(round=2, answer="新的答复。")
    case.answer("旧的答复。")
    review.matter.write(
        lambda session: open_for(
            session, review.matter.row(), "D07", date(2026, 3, 10), clock.now()
        )
    )
    first, second = (result_of(close_rehandling(review.id)) for _ in range(2))
    assert first == second
    assert first["request_clock_id"]
    assert case.petition().answer == "新的答复。"


def test_where_no_review_is_open_nothing_is_watched(case: Case) -> None:
    answer = result_of(close_rehandling(in_review(case).id))
    assert answer == {"request_clock_id": None, "request_next_alert_at": None}
