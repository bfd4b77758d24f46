"""record_service - article 35: the day of receipt opens the way to review."""

from datetime import date, datetime
from typing import Any

import pytest

from law.decision_words import Route
from law.instants import SHANGHAI
from law.service import Way
from records.clocks.find import running
from records.clocks.many import withdraw_all
from records.models import Document
from records.services import record_service as record_attempt
from tests.workers.at_unit import CLERK, AtUnit, at_unit
from tests.workers.conftest import UNIT, Case, result_of
from tests.workers.in_review import MON_16_MARCH, OPINION, InReview, in_rereview, in_review
from workers.errors import NotServed
from workers.review_decision.issue_review_opinion import issue_review_opinion
from workers.serving.record_service import record_service

pytestmark = pytest.mark.usefixtures("calendar")

ISSUED = datetime(2026, 3, 9, 9, 0, tzinfo=SHANGHAI)
TUE_10_MARCH = date(2026, 3, 10)
RETURNED: dict[str, Any] = {"reason": "退回重办", "now": ISSUED.replace(day=19)}


@pytest.fixture
def matter(case: Case) -> AtUnit:
    """A matter with an opinion."""
    found = at_unit(case, route=Route.petition)
    found.issued("issue_opinion", ISSUED)
    return found


def serve(matter: AtUnit, way: Way, on: date, *, is_served: bool = True) -> None:
    """One attempt to serve the newest opinion."""
    newest = max(matter.case.documents(), key=lambda one: one.issued_at).id
    matter.write(
        lambda session: record_attempt(
            session,
            session.get_one(Document, newest),
            way=way,
            on=on,
            is_served=is_served,
            other_ways_failed=True,
            server_id=CLERK,
            now=ISSUED,
        )
    )


def test_review_may_be_asked_for_from_the_day_of_receipt(matter: AtUnit) -> None:
    serve(matter, Way.in_person, TUE_10_MARCH)
    for _ in range(2):
        record_service(matter.id)
    assert matter.row().served_on == TUE_10_MARCH
    assert matter.clocks() == {"D07": ("2026-04-09", ["started"])}
    document = matter.document("record_service")
    assert (document.issued_by, document.occasion) == (UNIT, "1.1")


def test_public_notice_counts_as_received_when_its_days_are_over(matter: AtUnit) -> None:
    serve(matter, Way.post, TUE_10_MARCH, is_served=False)
    serve(matter, Way.public_notice, TUE_10_MARCH)
    record_service(matter.id)
    assert matter.row().served_on == date(2026, 4, 9)
    # 9 April + 30 days is Saturday 9 May, a make-up workday in 2026.
    assert matter.clocks()["D07"][0] == "2026-05-09"


def test_a_new_opinion_opens_the_way_anew(matter: AtUnit) -> None:
    serve(matter, Way.in_person, TUE_10_MARCH)
    record_service(matter.id)
    matter.change(round=2, served_on=None)
    matter.write(lambda session: withdraw_all(session, matter_id=matter.id, **RETURNED))
    matter.issued("issue_opinion", ISSUED.replace(day=20))
    serve(matter, Way.in_person, date(2026, 3, 23))
    for _ in range(2):
        record_service(matter.id)
    assert matter.row().served_on == date(2026, 3, 23)
    with matter.case.database.reading() as session:
        windows = running(session, matter_id=matter.id, codes=("D07",))
        assert [window.due_on for window in windows] == [date(2026, 4, 22)]


def test_what_is_no_opinion_by_the_petition_procedure_has_no_review(matter: AtUnit) -> None:
    matter.change(route=Route.duty)
    serve(matter, Way.in_person, TUE_10_MARCH)
    record_service(matter.id)
    assert matter.clocks() == {}


def test_nothing_runs_before_it_reached_the_petitioner(matter: AtUnit) -> None:
    serve(matter, Way.post, TUE_10_MARCH, is_served=False)
    with pytest.raises(NotServed):
        record_service(matter.id)
    assert matter.clocks() == {}


class TestReview:
    """The opinion of a review is served like the first: articles 35 and 36(1)."""

    def served(self, review: InReview) -> dict[str, object]:
        issue_review_opinion(review.id)
        review.served(review.matter.document("issue_review_opinion").id, MON_16_MARCH)
        for _ in range(2):
            told = result_of(record_service(review.matter.id, review.id))
        assert review.row().served_on == MON_16_MARCH
        return told

    def test_a_rereview_may_be_asked_for_from_the_day_of_receipt(self, case: Case) -> None:
        review = in_review(case, **OPINION)
        told = self.served(review)
        assert told["request_clock_id"]
        assert review.matter.clocks()["D09"] == ("2026-04-15", ["started"])
        # The first opinion was received on another day, and is not touched.
        assert review.matter.row().served_on == TUE_10_MARCH

    def test_nothing_follows_a_rereview(self, case: Case) -> None:
        review = in_rereview(case, **OPINION)
        assert self.served(review)["request_clock_id"] is None
        assert "D09" not in review.matter.clocks()

    def test_not_before_it_reached_the_petitioner(self, case: Case) -> None:
        review = in_review(case, **OPINION)
        issue_review_opinion(review.id)
        with pytest.raises(NotServed):
            record_service(review.matter.id, review.id)
