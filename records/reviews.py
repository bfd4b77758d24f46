"""The requests for review about a matter: finding them, and which one counts."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from law.decision_facts import ReviewStage
from records.errors import RecordsError
from records.models import Matter, Review


class ReviewNotFound(RecordsError):
    """There is no such request for review. Look at the matters of the case."""


class ReviewEnded(RecordsError):
    """The request for review was withdrawn. Nothing is decided about it any more."""


def get_review(session: Session, review_id: str, *, locked: bool = False) -> Review:
    """The request with this id. Raises ReviewNotFound."""
    review = session.get(Review, review_id, with_for_update=True if locked else None)
    if review is None:
        raise ReviewNotFound
    return review


def reviews_of(session: Session, matter_ids: Sequence[str]) -> list[Review]:
    """The requests about these matters, in the order they were made."""
    found = select(Review).where(col(Review.matter_id).in_(matter_ids))
    return list(session.exec(found.order_by(col(Review.matter_id), col(Review.ordinal))))


def open_review(session: Session, matter_id: str) -> Review | None:
    """The request that somebody works on; a matter has one at a time."""
    return next((one for one in reviews_of(session, [matter_id]) if one.state.is_open), None)


def last_opinion(
    session: Session, matter_id: str, level: ReviewStage | None = None
) -> Review | None:
    """The last request about the matter that ended in an opinion, of this level if one is said."""
    answered = [
        one
        for one in reviews_of(session, [matter_id])
        if one.issued_on is not None and (level is None or one.level is level)
    ]
    return answered[-1] if answered else None


def reviewing_units(session: Session, petition_id: str) -> set[str]:
    """The units that review or reviewed a matter of the petition."""
    found = select(Review.unit_id).where(Review.petition_id == petition_id)
    return set(session.exec(found))


def carry(session: Session, review_id: str, instance_key: int) -> bool:
    """Note that this instance carries the request; False when another one already does.

    Raises ReviewNotFound.
    """
    review = get_review(session, review_id, locked=True)
    if review.instance_key is None:
        review.instance_key = instance_key
        session.add(review)
    return review.instance_key == instance_key


def occasion_of(matter: Matter, review: Review) -> str:
    """What tells the documents of one review from those of another of the same petition."""
    return f"{matter.ordinal}.r{review.ordinal}"


def standing_review(session: Session, matter: Matter) -> Review | None:
    """The last opinion of a review, unless the matter was handled anew since."""
    last = last_opinion(session, matter.id)
    return None if last is None or _is_set_aside_by(last, matter) else last


def is_handled_anew(session: Session, matter: Matter) -> bool:
    """Whether a review set the opinion on the matter aside, and its unit handles it again."""
    return any(_is_set_aside_by(one, matter) for one in reviews_of(session, [matter.id]))


def _is_set_aside_by(review: Review, matter: Matter) -> bool:
    return review.old_round is not None and review.old_round < matter.round
