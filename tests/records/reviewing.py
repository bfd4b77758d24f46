"""A served opinion of the demo city, and asking for its review."""

from datetime import date
from typing import Any

from sqlmodel import Session

from law.decision_facts import ReviewStage
from law.decision_words import Procedure, Route
from law.review import ReviewOutcome
from records.demo import REREVIEW_BODY, REVIEW_BODY
from records.ledger import open_clock
from records.models import Matter, Review
from records.models.matter import MatterEnd
from records.models.petition import Outcome
from records.requests.review import NewReview, request_review
from tests.records.cases import MON_2_MARCH, NOON
from tests.records.matters import add_matter

__all__ = ["REREVIEW_BODY", "REVIEW_BODY", "answered", "ask", "rereview_may_follow"]

OPINION: dict[str, Any] = {
    "outcome": Outcome.explain,
    "facts": "电梯停运属实，维修资金尚在征求意见，业主的意见还没有集中。",
    "answer": "维修资金尚在征求意见，请等待业主委员会的决定，之后再安排维修。",
}


def answered(session: Session, petition_id: str) -> Matter:
    """A matter whose opinion the petitioner received on 2 March 2026; D07 runs."""
    matter = add_matter(
        session,
        petition_id,
        route=Route.petition,
        procedure=Procedure.ordinary,
        accepted_on=MON_2_MARCH,
        served_on=MON_2_MARCH,
        end=MatterEnd.answered,
        ended_at=NOON,
        **OPINION,
    )
    open_window(session, matter, "D07")
    return matter


def open_window(session: Session, matter: Matter, code: str) -> None:
    """The period to ask for a review runs."""
    open_clock(
        session,
        petition_id=matter.petition_id,
        matter_id=matter.id,
        code=code,
        started_on=MON_2_MARCH,
        actor="engine",
        now=NOON,
    )


def ask(session: Session, matter: Matter, **change: Any) -> Review:
    """A request for review that came in that day."""
    given: dict[str, Any] = {
        "level": ReviewStage.review,
        "requested_on": MON_2_MARCH,
        "reference": "复查申请书",
        "reasons": "意见没有写明何时维修。",
    }
    return request_review(
        session, matter, NewReview(**given | change), recorded_by="clerk", now=NOON
    )


def rereview_may_follow(session: Session, review: Review, served_on: date = MON_2_MARCH) -> None:
    """The review ended in an opinion that was served."""
    review.outcome, review.state = ReviewOutcome.upheld, ReviewOutcome.upheld.state
    review.issued_on = review.served_on = served_on
    review.ended_at = NOON
    session.flush()
