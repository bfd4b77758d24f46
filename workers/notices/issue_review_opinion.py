"""复查意见书 with the way to a re-review, or 复核意见书, which is final (articles 35 and 36)."""

from dataclasses import dataclass
from typing import Annotated

from sqlmodel import Session

from law.decision_facts import ReviewStage
from law.instants import SHANGHAI
from law.review import level_basis
from records.models import Matter, Petition, Review
from records.review_authority import review_authority
from workers.cases import unit_of
from workers.notices.case_lines import addressee_of, case_lines
from workers.notices.notice import Notice
from workers.notices.periods import length_words
from workers.notices.required import Says
from workers.notices.review_words import LEVEL, OUTCOME, ReviewLines, review_lines
from workers.notices.words import chinese_date, paragraphs

REREVIEW = "D09"
# Where the records name no unit above, the regulation's own words stand.
ABOVE = "本机关的上一级机关、单位"


@dataclass(frozen=True)
class ReviewOpinion(Notice):
    """Request, facts, decision, basis, and what may be done against it."""

    element_id = "issue_review_opinion"

    review: Annotated[ReviewLines, Says("请求")]
    reasons: Annotated[tuple[str, ...], Says("请求的事实和理由")]
    facts: Annotated[tuple[str, ...], Says("查明的事实")]
    outcome: Annotated[str, Says("结论")]
    answer: Annotated[tuple[str, ...], Says("复查复核意见")]
    legal_basis: Annotated[tuple[str, ...], Says("依据")]
    redo_until: Annotated[str, Says("重新办理期限", optional=True)]
    is_final: Annotated[bool, Says("是否终结")]
    authority: Annotated[str, Says("复核机关")]
    period: Annotated[str, Says("请求复核期限")]


def issue_review_opinion_notice(
    session: Session, petition: Petition, matter: Matter, review: Review
) -> ReviewOpinion:
    """The opinion as drafted and signed."""
    signed_on = review.signed_at.astimezone(SHANGHAI).date() if review.signed_at else None
    authority = review_authority(session, unit_of(session, review.unit_id))
    return ReviewOpinion(
        kind=LEVEL[review.level],
        title=f"信访事项{LEVEL[review.level]}意见书",
        basis=level_basis(review.level),
        addressee=addressee_of(session, petition),
        case=case_lines(session, petition, matter),
        review=review_lines(session, matter, review),
        reasons=paragraphs(review.reasons),
        facts=paragraphs(review.facts),
        outcome=OUTCOME[review.outcome] if review.outcome else "",
        answer=paragraphs(review.answer),
        legal_basis=paragraphs(review.legal_basis),
        redo_until=chinese_date(review.redo_until),
        is_final=review.level is ReviewStage.rereview,
        authority=authority.name if authority else ABOVE,
        period=length_words(session, REREVIEW, signed_on),
    )
