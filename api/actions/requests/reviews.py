"""Requests for review: who may record them, then what the records do."""

from datetime import datetime

from sqlmodel import Session

from api.actions.requests.may import TAKING_STATEMENTS
from api.errors import ReceivedInFuture, RoleMissing
from api.shapes.common import shanghai
from api.shapes.reviews import ReviewCompletionIn, ReviewRequestIn, ReviewWithdrawalIn
from records.decisions import DateInFuture
from records.models import Matter, Petition, Review
from records.people import REVIEW_ROLES, Person
from records.requests.review import NewReview, complete_request, request_review, withdraw_review
from records.reviews import ReviewNotFound, reviews_of


def may_request_review(person: Person, petition: Petition, matter: Matter) -> bool:
    """Who takes the petitioner's statements: at the bureau, in the unit, where it is reviewed."""
    return not matter.is_sealed and (
        person.has(*TAKING_STATEMENTS, at=petition.bureau_id)
        or person.has("acceptance_clerk", at=matter.unit_id)
        or person.has("review_clerk")
    )


def may_record_about(person: Person, petition: Petition, review: Review) -> bool:
    """Who hears the petitioner about a request that runs."""
    return person.has(*REVIEW_ROLES, at=review.unit_id) or person.has(
        *TAKING_STATEMENTS, at=petition.bureau_id
    )


def record_review_request(
    session: Session,
    person: Person,
    petition: Petition,
    matter: Matter,
    given: ReviewRequestIn,
    *,
    now: datetime,
) -> Review:
    """Keep the request; its process starts. Raises RoleMissing, ReceivedInFuture."""
    if not may_request_review(person, petition, matter):
        raise RoleMissing
    if given.requested_on > shanghai(now).date():
        raise ReceivedInFuture
    new = NewReview(
        level=given.level,
        requested_on=given.requested_on,
        posted_on=given.posted_on,
        reference=given.reference,
        reasons=given.reasons,
        applicant=given.applicant,
        people=given.people,
        representatives=given.representatives,
        just_cause=given.just_cause,
        missing=tuple(given.missing),
        unit=given.unit or "",
    )
    return request_review(session, matter, new, recorded_by=person.id, now=now)


def record_review_withdrawal(
    session: Session,
    person: Person,
    petition: Petition,
    review: Review,
    given: ReviewWithdrawalIn,
    *,
    now: datetime,
) -> None:
    """The request is taken back. Raises RoleMissing first."""
    if not may_record_about(person, petition, review):
        raise RoleMissing
    withdraw_review(
        session,
        review,
        reason=given.reason,
        is_written=given.is_written,
        actor=person.id,
        now=now,
    )


def record_completion(
    session: Session,
    person: Person,
    petition: Petition,
    review: Review,
    given: ReviewCompletionIn,
    *,
    now: datetime,
) -> None:
    """What the request lacked was handed in. Raises RoleMissing, DateInFuture."""
    if not may_record_about(person, petition, review):
        raise RoleMissing
    if given.on > shanghai(now).date():
        raise DateInFuture("on")
    complete_request(session, review, on=given.on, actor=person.id, now=now)


def review_numbered(session: Session, matter: Matter, number: int) -> Review:
    """The request with this number of the matter, held. Raises ReviewNotFound."""
    for review in reviews_of(session, [matter.id]):
        if review.ordinal == number:
            session.refresh(review, with_for_update=True)
            return review
    raise ReviewNotFound
