"""What a step of a review works on: the request, its matter and petition, and its documents."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from records.models import Document, Matter, Petition, Review
from records.review_facts import DECISIONS
from records.reviews import get_review, occasion_of
from workers.cases import matter_of, petition_of, unit_of
from workers.notices.notice import PETITIONER, Notice, issue

__all__ = [
    "ACCEPTANCE",
    "COMPLETION",
    "DECISIONS",
    "REHANDLING",
    "ReviewCase",
    "issue_in_review",
    "review_case",
]

ACCEPTANCE, COMPLETION, REHANDLING = "D15", "D25", "D16"


@dataclass(frozen=True)
class ReviewCase:
    """A request with what it is about, locked until the transaction ends."""

    review: Review
    matter: Matter
    petition: Petition


def review_case(session: Session, review_id: str) -> ReviewCase:
    """The request with this id. Raises ReviewNotFound."""
    matter_id = get_review(session, review_id).matter_id
    matter = matter_of(session, matter_id)
    petition = petition_of(session, matter.petition_id)
    return ReviewCase(get_review(session, review_id, locked=True), matter, petition)


def issue_in_review(
    session: Session, case: ReviewCase, notice: Notice, now: datetime, addressee: str = PETITIONER
) -> Document:
    """Issue a document of the reviewing unit; one per step and request, or `occasion` of it."""
    return issue(
        session,
        notice,
        petition=case.petition,
        matter=case.matter,
        unit=unit_of(session, case.review.unit_id),
        now=now,
        occasion=occasion_of(case.matter, case.review),
        addressee=addressee,
    )
