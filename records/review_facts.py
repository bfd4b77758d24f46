"""What the table check_review_admissibility is told about a request: from the records alone."""

from datetime import date

from sqlmodel import Session

from law.decision_facts import MissingItems, ReviewStage, Timeliness
from law.decision_words import Route
from law.review import Applicant
from law.review_window import timeliness
from records.calendar import load_calendar
from records.models import Matter, Review, Unit
from records.models.matter import MatterEnd
from records.review_authority import review_authority
from records.reviews import standing_review

# When the decision on a request is due, by level: articles 35 and 36(1).
DECISIONS = {ReviewStage.review: "D08", ReviewStage.rereview: "D10"}


def admissibility_facts(session: Session, matter: Matter, review: Review) -> dict[str, str | bool]:
    """The facts by variable. Who is late and says why may be heard: people accept the cause."""
    received_on = opinion_received_on(session, matter, review)
    return {
        "review_stage": review.level.value,
        "is_final": is_final(session, matter),
        "has_opinion": received_on is not None,
        "has_other_route": False,
        "is_right_person": review.applicant is not Applicant.other,
        "is_right_level": _is_right_level(session, matter, review),
        "timeliness": _timeliness(session, review, received_on).value if received_on else "",
        "missing_items": missing_items(review).value,
    }


def opinion_received_on(session: Session, matter: Matter, review: Review) -> date | None:
    """When the opinion under review reached the petitioner; None without one to review."""
    if review.level is ReviewStage.rereview:
        previous = session.get(Review, review.previous_id) if review.previous_id else None
        return previous.served_on if previous else None
    is_opinion = matter.route is Route.petition and matter.end is MatterEnd.answered
    return matter.served_on if is_opinion else None


def is_final(session: Session, matter: Matter) -> bool:
    """Whether the matter was re-reviewed, and the opinion has reached the petitioner (36(3))."""
    standing = standing_review(session, matter)
    return standing is not None and standing.final_on is not None


def missing_items(review: Review) -> MissingItems:
    """Whether the request lacks something, and whether it was asked for before."""
    if not review.missing or review.completed_on is not None:
        return MissingItems.none
    return MissingItems.again if review.completion_asked_on else MissingItems.first


def reviewed_unit(session: Session, matter: Matter, review: Review) -> str:
    """The unit whose opinion is reviewed: it has the file."""
    previous = session.get(Review, review.previous_id) if review.previous_id else None
    return previous.unit_id if previous else matter.unit_id


def _is_right_level(session: Session, matter: Matter, review: Review) -> bool:
    below = session.get_one(Unit, reviewed_unit(session, matter, review))
    authority = review_authority(session, below)
    return authority is not None and authority.id == review.unit_id


def _timeliness(session: Session, review: Review, received_on: date) -> Timeliness:
    return timeliness(
        review.level,
        received_on,
        load_calendar(session),
        asked_on=review.requested_on,
        posted_on=review.posted_on,
        just_cause=bool(review.just_cause.strip()),
    )
