"""What is decided in a review, and in handling anew after one: articles 35 and 36."""

from typing import Any

import pytest
from sqlmodel import Session

from law.errors import (
    HandlerHasInterest,
    InvestigatorsTooFew,
    SameOpinionAgain,
    SameOutcomeUnexplained,
    SupplementAskedBefore,
)
from law.review import RefusalReason, ReviewOutcome, ReviewState
from records.clocks.find import running
from records.decisions.case import DateInFuture
from records.interest import keep_interested
from records.models import Matter, Review
from records.reviews import ReviewEnded, ReviewNotFound
from records.supervisions.breaches import late_unit
from tests.records.cases import NOON, UNIT
from tests.records.deciding import decided
from tests.records.reviewing import OPINION, REVIEW_BODY, answered, ask, open_window

DRAFT = {
    "review_outcome": "upheld",
    "facts": "经审查，情况属实。",
    "answer": "原意见事实清楚，予以维持。",
    "legal_basis": "《信访工作条例》第三十五条",
}


@pytest.fixture
def matter(session: Session, filed_id: str) -> Matter:
    """A matter with a served opinion."""
    return answered(session, filed_id)


@pytest.fixture
def review(session: Session, matter: Matter) -> Review:
    """A request for its review."""
    return ask(session, matter)


class TestExamination:
    """Taken on, refused by a coded reason, or asked once to be completed."""

    def test_what_is_taken_on(self, session: Session, matter: Matter, review: Review) -> None:
        told = decided(session, "examine_request", matter, review=review, review_answer="accept")
        assert told == {"review_answer": "accept"}

    def test_a_refusal_keeps_its_reason_and_advice(
        self, session: Session, matter: Matter, review: Review
    ) -> None:
        told = decided(
            session,
            "examine_request",
            matter,
            review=review,
            review_answer="refuse",
            review_reason="other_route",
            legal_path="请申请行政复议。",
        )
        assert told == {"review_answer": "refuse"}
        assert review.refusal_reason is RefusalReason.other_route
        assert review.where_to_go == "请申请行政复议。"

    def test_what_lacks_is_asked_for_once(
        self, session: Session, matter: Matter, review: Review
    ) -> None:
        form: dict[str, Any] = {"review_answer": "ask_to_complete", "missing": ["evidence"]}
        decided(session, "examine_request", matter, review=review, **form)
        assert review.missing == "evidence"
        review.completion_asked_on = NOON.date()
        with pytest.raises(SupplementAskedBefore):
            decided(session, "examine_request", matter, review=review, **form)


class TestDecision:
    """File, investigation, opinion, signature."""

    def test_the_file_is_not_handed_over_tomorrow(
        self, session: Session, matter: Matter, review: Review
    ) -> None:
        assert decided(session, "obtain_file", matter, review=review, on="2026-03-02") == {}
        with pytest.raises(DateInFuture):
            decided(session, "obtain_file", matter, review=review, on="2026-03-03")

    def test_two_look_into_it_and_nobody_with_an_interest(
        self, session: Session, matter: Matter, review: Review
    ) -> None:
        two = ["review_handler", "review_handler2"]
        form = {"review": review, "findings": "属实"}
        assert decided(session, "investigate_review", matter, investigators=two, **form) == {}
        with pytest.raises(InvestigatorsTooFew):
            decided(session, "investigate_review", matter, investigators=two[:1], **form)
        keep_interested(session, matter.id, {"review_handler"}, now=NOON)
        with pytest.raises(HandlerHasInterest):
            decided(session, "investigate_review", matter, investigators=two, **form)

    def test_a_draft_waits_for_its_signature(
        self, session: Session, matter: Matter, review: Review
    ) -> None:
        told = decided(session, "draft_review_opinion", matter, review=review, **DRAFT)
        assert told == {"review_outcome": "upheld"}
        assert (review.state, review.outcome) == (ReviewState.examining, ReviewOutcome.upheld)
        told = decided(session, "sign_review_opinion", matter, review=review, is_review_signed="no")
        assert (told, review.state) == ({"is_review_signed": False}, ReviewState.handling)
        told = decided(
            session, "sign_review_opinion", matter, review=review, is_review_signed="yes"
        )
        assert (told, review.signed_at) == ({"is_review_signed": True}, NOON)

    def test_a_day_for_handling_anew_is_kept_where_it_is_ordered(
        self, session: Session, matter: Matter, review: Review
    ) -> None:
        for outcome, kept in (("redo", True), ("upheld", False)):
            form = DRAFT | {"review_outcome": outcome, "redo_until": "2026-04-30"}
            decided(session, "draft_review_opinion", matter, review=review, **form)
            assert (review.redo_until is not None) is kept

    @pytest.mark.parametrize(
        ("step", "form"),
        [
            ("examine_request", {"review_answer": "accept"}),
            ("draft_review_opinion", DRAFT),
            ("sign_review_opinion", {"is_review_signed": "yes"}),
        ],
    )
    def test_nothing_is_decided_about_a_request_that_was_withdrawn(
        self, session: Session, matter: Matter, review: Review, step: str, form: dict[str, Any]
    ) -> None:
        review.state = ReviewState.withdrawn
        with pytest.raises(ReviewEnded):
            decided(session, step, matter, review=review, **form)

    def test_only_at_a_task_of_a_review(self, session: Session, matter: Matter) -> None:
        with pytest.raises(ReviewNotFound):
            decided(session, "examine_request", matter, review_answer="accept")

    def test_whether_it_was_made_public_is_kept(
        self, session: Session, matter: Matter, review: Review
    ) -> None:
        told = decided(session, "publish_review_opinion", matter, review=review, is_published="yes")
        assert (told, review.is_published) == ({}, True)


class TestHandlingAnew:
    """After an opinion was set aside: not the same one on the same facts (local rule)."""

    @pytest.fixture(autouse=True)
    def set_aside(self, matter: Matter, review: Review) -> None:
        review.old_round, review.old_outcome = 1, OPINION["outcome"]
        review.old_facts, review.old_answer = OPINION["facts"], OPINION["answer"]
        matter.round, matter.served_on = 2, None

    def sign(self, session: Session, matter: Matter, **more: Any) -> dict[str, Any]:
        return decided(session, "sign_opinion", matter, is_opinion_signed="yes", **more)

    def test_the_same_opinion_is_refused(self, session: Session, matter: Matter) -> None:
        with pytest.raises(SameOpinionAgain):
            self.sign(session, matter)
        assert matter.signed_at is None

    def test_sending_it_back_is_never_refused(self, session: Session, matter: Matter) -> None:
        told = decided(session, "sign_opinion", matter, is_opinion_signed="no")
        assert told == {"is_opinion_signed": False}

    def test_the_same_outcome_in_other_words_is_explained(
        self, session: Session, matter: Matter
    ) -> None:
        matter.answer = "已经与业主委员会商定，下月安排专项维修并公开资金使用情况。"
        with pytest.raises(SameOutcomeUnexplained):
            self.sign(session, matter)
        assert self.sign(session, matter, note="已经核对扣款清单。")["is_opinion_signed"] is True

    def test_new_facts_may_lead_to_the_same_answer(self, session: Session, matter: Matter) -> None:
        matter.facts = "经重新调查，业主委员会于二月表决未通过，纪要和票数已经附卷核对。"
        assert self.sign(session, matter)["is_opinion_signed"] is True


def test_the_reviewing_unit_is_late_with_its_opinion(
    session: Session, matter: Matter, review: Review
) -> None:
    for code in ("D08", "D16"):
        open_window(session, matter, code)
    clocks = {one.code: one for one in running(session, matter_id=matter.id)}
    assert late_unit(session, clocks["D08"]) == REVIEW_BODY
    assert late_unit(session, clocks["D16"]) == UNIT
