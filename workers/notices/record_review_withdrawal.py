"""复查、复核终止告知单: the request was taken back, the opinion stands (articles 35 and 36)."""

from dataclasses import dataclass
from typing import Annotated

from sqlmodel import Session

from law.review import level_basis
from records.models import Matter, Petition, Review
from workers.notices.case_lines import addressee_of, case_lines
from workers.notices.notice import Notice
from workers.notices.required import Says
from workers.notices.review_words import LEVEL, ReviewLines, review_lines


@dataclass(frozen=True)
class ReviewEndedNotice(Notice):
    """That the review is over."""

    element_id = "record_review_withdrawal"

    review: Annotated[ReviewLines, Says("请求")]


def record_review_withdrawal_notice(
    session: Session, petition: Petition, matter: Matter, review: Review
) -> ReviewEndedNotice:
    """The notice; why it was taken back is nobody else's business."""
    return ReviewEndedNotice(
        kind="复终",
        title=f"信访事项{LEVEL[review.level]}终止告知单",
        basis=level_basis(review.level),
        addressee=addressee_of(session, petition),
        case=case_lines(session, petition, matter),
        review=review_lines(session, matter, review),
    )
