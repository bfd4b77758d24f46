"""What the petitioner thinks of bureau and unit (满意度评价): given once, in its time."""

from datetime import datetime

from sqlmodel import Session

from law.instants import SHANGHAI
from law.notice_duty import is_rated
from law.particulars import Particulars
from records import audit
from records.models import Petition, Petitioner, Rating
from records.outbox import publish_message
from records.registration.errors import CodeUnknown
from records.requests.errors import (
    AnonymousNotRated,
    NoRatingAsked,
    RatingGiven,
    RatingReasonMissing,
)
from records.requests.periods import is_running
from records.supervisions.triggers import rated_dissatisfied
from records.vocabularies.terms import codes_on

RATING = "D21"
VOCABULARY = "satisfaction"
DISSATISFIED = "dissatisfied"


def is_rating_asked(session: Session, petition: Petition) -> bool:
    """Whether a rating can be given now."""
    is_open = is_running(session, RATING, petition_id=petition.id)
    return is_open and session.get(Rating, petition.id) is None


def give_rating(
    session: Session,
    petition: Petition,
    *,
    bureau: str,
    unit: str,
    reason: str,
    recorded_by: str,
    now: datetime,
) -> Rating:
    """Keep the rating and tell the process; codes are of the vocabulary satisfaction.

    Raises AnonymousNotRated, RatingGiven, NoRatingAsked, CodeUnknown, RatingReasonMissing.
    """
    petitioner = session.get_one(Petitioner, petition.petitioner_id)
    named = bool(petitioner.name)
    if not is_rated(Particulars(named, petition.is_name_clear, True, True, True)):
        raise AnonymousNotRated
    if session.get(Rating, petition.id) is not None:
        raise RatingGiven
    if not is_rating_asked(session, petition):
        raise NoRatingAsked
    codes = codes_on(session, VOCABULARY, now.astimezone(SHANGHAI).date())
    for field, code in (("bureau", bureau), ("unit", unit)):
        if code not in codes:
            raise CodeUnknown(field)
    if DISSATISFIED in (bureau, unit) and not reason:
        raise RatingReasonMissing
    rating = Rating(petition_id=petition.id, bureau=bureau, unit=unit, reason=reason, rated_at=now)
    session.add(rating)
    session.flush()
    audit.record(session, now=now, actor=recorded_by, action="give_rating", petition_id=petition.id)
    publish_message(
        session,
        "rating_given",
        key=petition.id,
        message_id=f"rating_given:{petition.id}",
        now=now,
    )
    if unit == DISSATISFIED:
        rated_dissatisfied(session, petition, now=now)
    return rating
