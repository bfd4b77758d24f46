"""补正通知书: what a request for review lacks, said once, and until when to hand it in."""

from dataclasses import dataclass
from typing import Annotated

from sqlmodel import Session

from law.review import level_basis
from records.models import Matter, Petition, Review
from workers.notices.case_lines import addressee_of, case_lines
from workers.notices.notice import Notice
from workers.notices.periods import last_day
from workers.notices.required import Says
from workers.notices.review_words import LEVEL, ReviewLines, missing_words, review_lines

COMPLETION = "D25"


@dataclass(frozen=True)
class SupplementNotice(Notice):
    """The list of what lacks."""

    element_id = "send_supplement_notice"

    review: Annotated[ReviewLines, Says("请求")]
    missing: Annotated[tuple[str, ...], Says("需要补正的材料")]
    last_day: Annotated[str, Says("补正期限")]


def send_supplement_notice_notice(
    session: Session, petition: Petition, matter: Matter, review: Review
) -> SupplementNotice:
    """The notice; the length of the period is the office's."""
    return SupplementNotice(
        kind="补正",
        title=f"信访事项{LEVEL[review.level]}补正通知书",
        basis=level_basis(review.level),
        addressee=addressee_of(session, petition),
        case=case_lines(session, petition, matter),
        review=review_lines(session, matter, review),
        missing=missing_words(review),
        last_day=last_day(session, COMPLETION, review.completion_asked_on),
    )
