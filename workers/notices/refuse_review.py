"""复查、复核不予受理告知单: the coded reason, its rule, and where to go instead (35, 36)."""

from dataclasses import dataclass
from typing import Annotated

from sqlmodel import Session

from law.sources import cite_basis
from records.models import Matter, Petition, Review
from workers.notices.case_lines import addressee_of, case_lines
from workers.notices.notice import Notice
from workers.notices.required import Says
from workers.notices.review_words import LEVEL, ReviewLines, refusal_words, review_lines
from workers.notices.words import paragraphs

OTHERWISE = ("原意见不变。有新的事实或者理由的，请书面说明并附证据。",)


@dataclass(frozen=True)
class ReviewRefusal(Notice):
    """Why the request is not taken on."""

    element_id = "refuse_review"

    review: Annotated[ReviewLines, Says("请求")]
    reason: Annotated[str, Says("不予受理理由")]
    rule: Annotated[str, Says("不予受理依据")]
    where_to_go: Annotated[tuple[str, ...], Says("应如何提出")]


def refuse_review_notice(
    session: Session, petition: Petition, matter: Matter, review: Review
) -> ReviewRefusal:
    """The notice; what the clerk advises comes first, else what holds for everybody."""
    reason, basis = refusal_words(review)
    return ReviewRefusal(
        kind="复不受",
        title=f"信访事项{LEVEL[review.level]}不予受理告知单",
        basis=basis,
        addressee=addressee_of(session, petition),
        case=case_lines(session, petition, matter),
        review=review_lines(session, matter, review),
        reason=reason,
        rule=cite_basis(basis) if basis else "",
        where_to_go=paragraphs(review.where_to_go) or OTHERWISE,
    )
