"""处理意见书 and its simpler kin: the written answer (articles 29 to 32 and 35)."""

from dataclasses import dataclass
from typing import Annotated

from sqlmodel import Session

from records.models import Petition
from records.models.petition import Category
from workers.errors import NotAnswered
from workers.notices.notice import Notice, case_lines
from workers.notices.required import Says
from workers.notices.words import CATEGORY, OUTCOME


@dataclass(frozen=True)
class ReplyKind:
    """What the written answer is called. Only 处理意见书 opens the way to review (article 35)."""

    kind: str
    title: str
    basis: str
    has_review: bool


SUGGESTION = ReplyKind("答复", "建议意见答复书", "regulation_2022:29(1)", has_review=False)
REPORT = ReplyKind("反馈", "检举控告办理反馈书", "regulation_2022:30(1)", has_review=False)
OPINION = ReplyKind("意见", "信访事项处理意见书", "regulation_2022:32(1)", has_review=True)
REPLY_KINDS = {
    Category.proposal: SUGGESTION,
    Category.opinion: SUGGESTION,
    Category.report: REPORT,
    Category.accusation: REPORT,
    Category.appeal: OPINION,
    Category.claim: OPINION,
}


@dataclass(frozen=True)
class ReplyNotice(Notice):
    """The written answer of the unit that handled the petition."""

    element_id = "send_reply"

    category: Annotated[str, Says("信访事项类别")]
    outcome: Annotated[str, Says("结论")]
    answer: Annotated[tuple[str, ...], Says("处理意见")]
    has_review: Annotated[bool, Says("救济途径")]


def reply_notice(session: Session, petition: Petition) -> ReplyNotice:
    """The answer of this petition. Raises NotAnswered before it was decided."""
    if petition.category is None or petition.outcome is None or not petition.answer:
        raise NotAnswered
    kind = REPLY_KINDS[petition.category]
    return ReplyNotice(
        kind=kind.kind,
        title=kind.title,
        basis=kind.basis,
        case=case_lines(session, petition),
        category=CATEGORY[petition.category],
        outcome=OUTCOME[petition.outcome],
        answer=tuple(line.strip() for line in petition.answer.splitlines() if line.strip()),
        has_review=kind.has_review,
    )
