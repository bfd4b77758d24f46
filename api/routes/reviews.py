"""Requests for review and re-review (articles 35 and 36). 409 names what stands against one."""

from typing import Annotated

from fastapi import APIRouter, Path

from api.actions.requests.cases import visible_matter
from api.actions.requests.reviews import (
    record_completion,
    record_review_request,
    record_review_withdrawal,
    review_numbered,
)
from api.deps import LanguageDep, NowDep, PersonDep, SessionDep
from api.queries.reader import reader_of
from api.queries.reviews import review_view
from api.queries.visibility import visible_petition
from api.routes.petitions import NumberInPath
from api.routes.requests import OrdinalInPath
from api.routes.responses import errors
from api.shapes.common import shanghai
from api.shapes.reviews import ReviewCompletionIn, ReviewOut, ReviewRequestIn, ReviewWithdrawalIn

router = APIRouter(
    prefix="/api/petitions/{number}/matters/{ordinal}/review-requests",
    tags=["reviews"],
    responses=errors(400, 401, 403, 404, 409, 422),
)
ReviewInPath = Annotated[int, Path(ge=1, le=1000, description="number of the request")]


@router.post("", status_code=201)
def post_review_request(
    number: NumberInPath,
    ordinal: OrdinalInPath,
    given: ReviewRequestIn,
    person: PersonDep,
    session: SessionDep,
    language: LanguageDep,
    now: NowDep,
) -> ReviewOut:
    """Record that the petitioner asks for review of an opinion, or re-review of a review.

    Whether it is taken on is decided in a task of the unit asked.
    """
    petition = visible_petition(session, person, number)
    matter = visible_matter(session, person, petition, ordinal)
    review = record_review_request(session, person, petition, matter, given, now=now)
    reader = reader_of(session, person, petition, language, shanghai(now).date())
    return review_view(reader, review)


@router.post("/{review}/withdrawal", status_code=202)
def post_review_withdrawal(
    number: NumberInPath,
    ordinal: OrdinalInPath,
    review: ReviewInPath,
    given: ReviewWithdrawalIn,
    person: PersonDep,
    session: SessionDep,
    now: NowDep,
) -> None:
    """The request is taken back in writing, until its opinion is signed; the opinion before it
    stands.
    """
    petition = visible_petition(session, person, number)
    matter = visible_matter(session, person, petition, ordinal)
    found = review_numbered(session, matter, review)
    record_review_withdrawal(session, person, petition, found, given, now=now)


@router.post("/{review}/completion", status_code=202)
def post_review_completion(
    number: NumberInPath,
    ordinal: OrdinalInPath,
    review: ReviewInPath,
    given: ReviewCompletionIn,
    person: PersonDep,
    session: SessionDep,
    now: NowDep,
) -> None:
    """What the request lacked was handed in; the unit looks at it again."""
    petition = visible_petition(session, person, number)
    matter = visible_matter(session, person, petition, ordinal)
    found = review_numbered(session, matter, review)
    record_completion(session, person, petition, found, given, now=now)
