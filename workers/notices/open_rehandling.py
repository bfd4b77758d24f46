"""重新办理通知书: to the unit whose opinion was set aside (articles 35, 36 and 40)."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from sqlmodel import Session

from law.review import level_basis
from records.clocks.find import latest
from records.models import Matter, Petition, Review
from workers.cases import unit_of
from workers.notices.case_lines import case_lines
from workers.notices.notice import Notice
from workers.notices.referred import DocumentLine, document_line, review_opinion
from workers.notices.required import Says
from workers.notices.review_words import OUTCOME, ReviewLines, review_lines
from workers.notices.words import chinese_date, paragraphs

REHANDLING = "D16"


@dataclass(frozen=True)
class RehandlingLetter(Notice):
    """What was decided, why, and until when to handle it again."""

    element_id = "open_rehandling"

    review: Annotated[ReviewLines, Says("请求")]
    decided_in: Annotated[DocumentLine | None, Says("复查复核意见书")]
    outcome: Annotated[str, Says("结论")]
    facts: Annotated[tuple[str, ...], Says("查明的事实")]
    answer: Annotated[tuple[str, ...], Says("意见")]
    due_on: Annotated[str, Says("重新办理期限")]


def open_rehandling_notice(
    session: Session, petition: Petition, matter: Matter, review: Review
) -> RehandlingLetter:
    """The letter to the unit that has the matter."""
    return RehandlingLetter(
        kind="重办",
        title="信访事项重新办理通知书",
        basis=level_basis(review.level),
        addressee=unit_of(session, matter.unit_id).name,
        case=case_lines(session, petition, matter),
        review=review_lines(session, matter, review),
        decided_in=document_line(review_opinion(session, matter, review), review.served_on),
        outcome=OUTCOME[review.outcome] if review.outcome else "",
        facts=paragraphs(review.facts),
        answer=paragraphs(review.answer),
        due_on=chinese_date(_due_on(session, matter)),
    )


def _due_on(session: Session, matter: Matter) -> date | None:
    clock = latest(session, REHANDLING, petition_id=matter.petition_id, matter_id=matter.id)
    return clock.due_on if clock else None
