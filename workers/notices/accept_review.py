"""复查、复核受理告知单: the request is taken on, and until when it is decided (35, 36(1))."""

from dataclasses import dataclass
from typing import Annotated

from sqlmodel import Session

from law.review import level_basis
from records.models import Matter, Petition, Review
from records.review_facts import DECISIONS
from workers.notices.case_lines import addressee_of, case_lines
from workers.notices.notice import Notice
from workers.notices.periods import last_day
from workers.notices.required import Says
from workers.notices.review_words import LEVEL, ReviewLines, review_lines
from workers.notices.words import chinese_date


@dataclass(frozen=True)
class ReviewAcceptance(Notice):
    """Which request, against which opinion, taken on when, decided until when."""

    element_id = "accept_review"

    review: Annotated[ReviewLines, Says("请求")]
    accepted_on: Annotated[str, Says("受理日期")]
    due_on: Annotated[str, Says("答复期限")]


def accept_review_notice(
    session: Session, petition: Petition, matter: Matter, review: Review
) -> ReviewAcceptance:
    """The notice; the period counts from receipt of the request."""
    return ReviewAcceptance(
        kind="复受",
        title=f"信访事项{LEVEL[review.level]}受理告知单",
        basis=level_basis(review.level),
        addressee=addressee_of(session, petition),
        case=case_lines(session, petition, matter),
        review=review_lines(session, matter, review),
        accepted_on=chinese_date(review.accepted_on),
        due_on=last_day(session, DECISIONS[review.level], review.requested_on),
    )
