"""Asking for review or re-review, and taking it back: articles 35 and 36."""

from datetime import date

import pytest
from sqlmodel import Session, select

from law.decision_facts import ReviewStage
from law.errors import TooManyRepresentatives, WithdrawalNotWritten, WithdrawalTooLate
from law.review import ReviewState
from records.clocks.find import running
from records.earlier import _served_on, _stage_of_matter
from records.models import Matter, OutboxCommand, Petition
from records.public_facts import matter_facts
from records.requests.errors import NothingToReview, ReviewRuns
from records.requests.review import complete_request, withdraw_review
from records.review_facts import admissibility_facts
from records.units import UnitNotFound
from tests.records.cases import MON_2_MARCH, NOON
from tests.records.reviewing import REREVIEW_BODY, REVIEW_BODY, answered, ask, rereview_may_follow

WORDS = "意见没有写明何时维修。"


@pytest.fixture
def matter(session: Session, filed_id: str) -> Matter:
    """A matter with a served opinion."""
    return answered(session, filed_id)


def commands(session: Session) -> list[OutboxCommand]:
    return list(session.exec(select(OutboxCommand)))


def sent(session: Session, name: str) -> list[dict[str, object]]:
    return [one.payload for one in commands(session) if one.payload.get("name") == name]


def test_a_request_starts_its_process_and_uses_the_right(session: Session, matter: Matter) -> None:
    window = running(session, matter_id=matter.id, codes=("D07",))[0].id
    review = ask(session, matter)
    assert (review.unit_id, review.ordinal) == (REVIEW_BODY, 1)
    assert running(session, matter_id=matter.id, codes=("D07",)) == []
    [start] = [
        one.payload
        for one in commands(session)
        if one.kind == "start_instance" and one.payload["process_id"] == "review"
    ]
    assert start["variables"]["review_id"] == review.id
    assert start["variables"]["phase"] == "review"
    assert WORDS not in str(start)
    # Who waits for the end of the period in the petition's process goes on at once.
    [moved] = sent(session, "deadline_moved")
    assert (moved["correlation_key"], moved["variables"]) == (
        window,
        {"next_alert_at": NOON.isoformat()},
    )


def test_one_request_runs_at_a_time(session: Session, matter: Matter) -> None:
    ask(session, matter)
    with pytest.raises(ReviewRuns):
        ask(session, matter)


def test_a_sixth_representative_is_refused(session: Session, matter: Matter) -> None:
    with pytest.raises(TooManyRepresentatives):
        ask(session, matter, people=9, representatives=6)
    assert ask(session, matter, people=9, representatives=5).representatives == 5


def test_a_rereview_is_asked_of_the_unit_above_the_review(session: Session, matter: Matter) -> None:
    first = ask(session, matter)
    rereview_may_follow(session, first)
    second = ask(session, matter, level=ReviewStage.rereview)
    assert (second.unit_id, second.previous_id) == (REREVIEW_BODY, first.id)


def test_above_the_last_instance_there_is_nobody(session: Session, matter: Matter) -> None:
    first = ask(session, matter)
    rereview_may_follow(session, first)
    first.unit_id = REREVIEW_BODY
    with pytest.raises(NothingToReview):
        ask(session, matter, level=ReviewStage.rereview)
    with pytest.raises(UnitNotFound):
        ask(session, matter, level=ReviewStage.rereview, unit="nowhere")


class TestWithdrawal:
    """The request may be taken back until its opinion is signed."""

    def test_it_ends_the_request_and_tells_the_process(
        self, session: Session, matter: Matter
    ) -> None:
        review = ask(session, matter)
        withdraw_review(session, review, reason=WORDS, is_written=True, actor="clerk", now=NOON)
        assert review.state is ReviewState.withdrawn
        [told] = sent(session, "review_withdrawn")
        assert (told["correlation_key"], told["variables"]) == (review.id, {})
        assert ask(session, matter).ordinal == 2

    def test_it_is_in_writing(self, session: Session, matter: Matter) -> None:
        review = ask(session, matter)
        with pytest.raises(WithdrawalNotWritten):
            withdraw_review(
                session, review, reason=WORDS, is_written=False, actor="clerk", now=NOON
            )

    def test_a_signed_opinion_is_too_late(self, session: Session, matter: Matter) -> None:
        review = ask(session, matter)
        review.signed_at = NOON
        with pytest.raises(WithdrawalTooLate):
            withdraw_review(session, review, reason=WORDS, is_written=True, actor="clerk", now=NOON)


def test_only_what_was_asked_for_can_be_handed_in(session: Session, matter: Matter) -> None:
    review = ask(session, matter, missing=("evidence",))
    with pytest.raises(NothingToReview):
        complete_request(session, review, on=MON_2_MARCH, actor="clerk", now=NOON)
    review.completion_asked_on = MON_2_MARCH
    complete_request(session, review, on=MON_2_MARCH, actor="clerk", now=NOON)
    assert review.completed_on == MON_2_MARCH
    assert [one["correlation_key"] for one in sent(session, "supplement_given")] == [review.id]


class TestStanding:
    """What a review means for who asks where the matter is, and for a new petition."""

    def days(self, session: Session, matter: Matter) -> tuple[date | None, ...]:
        facts = matter_facts(session, session.get_one(Petition, matter.petition_id), matter)
        return (
            facts.review_asked_on,
            facts.review_answered_on,
            facts.rereview_asked_on,
            facts.rereview_answered_on,
            facts.concluded_on,
        )

    def test_while_it_runs_the_matter_is_in_review(self, session: Session, matter: Matter) -> None:
        session.get_one(Petition, matter.petition_id).closed_at = NOON
        ask(session, matter)
        assert self.days(session, matter) == (MON_2_MARCH, None, None, None, None)
        assert _stage_of_matter(session, matter) == "in_progress"

    def test_after_a_review_the_rereview_may_follow(self, session: Session, matter: Matter) -> None:
        rereview_may_follow(session, ask(session, matter), date(2026, 3, 20))
        assert _stage_of_matter(session, matter) == "review_opinion_served"
        assert _served_on(session, matter) == date(2026, 3, 20)

    def test_after_a_rereview_it_is_final(self, session: Session, matter: Matter) -> None:
        session.get_one(Petition, matter.petition_id).closed_at = NOON
        rereview_may_follow(session, ask(session, matter))
        second = ask(session, matter, level=ReviewStage.rereview)
        rereview_may_follow(session, second)
        second.final_on = MON_2_MARCH
        assert _stage_of_matter(session, matter) == "rereview_opinion_served"
        assert self.days(session, matter) == (MON_2_MARCH,) * 5
        assert admissibility_facts(session, matter, second)["is_final"] is True

    def test_what_was_handled_anew_is_no_longer_reviewed(
        self, session: Session, matter: Matter
    ) -> None:
        review = ask(session, matter)
        rereview_may_follow(session, review)
        review.old_round, matter.round = 1, 2
        matter.served_on = None
        assert _stage_of_matter(session, matter) == "in_progress"
        matter.served_on = date(2026, 4, 1)
        assert _stage_of_matter(session, matter) == "opinion_served"
        assert _served_on(session, matter) == date(2026, 4, 1)

    def test_a_refused_request_changes_nothing(self, session: Session, matter: Matter) -> None:
        ask(session, matter).state = ReviewState.refused
        assert self.days(session, matter)[:2] == (None, None)
        assert _stage_of_matter(session, matter) == "opinion_served"
