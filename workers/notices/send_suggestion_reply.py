"""建议意见答复书: what became of a suggestion (article 29)."""

from dataclasses import dataclass
from typing import Annotated

from sqlmodel import Session

from law.decision_facts import Adoption
from records.models import Matter, Petition
from records.task_decisions import latest
from workers.notices.case_lines import addressee_of, case_lines
from workers.notices.notice import Notice
from workers.notices.required import Says
from workers.notices.words import ADOPTION, CATEGORY, paragraphs, words

STUDIED = "study_suggestion"


@dataclass(frozen=True)
class SuggestionReply(Notice):
    """Adopted or not, and why. A suggestion has no way to review."""

    element_id = "send_suggestion_reply"

    category: Annotated[str, Says("信访事项类别")]
    adoption: Annotated[str, Says("采纳情况")]
    answer: Annotated[tuple[str, ...], Says("答复")]
    reward: Annotated[str, Says("奖励", optional=True)]


def send_suggestion_reply_notice(
    session: Session, petition: Petition, matter: Matter
) -> SuggestionReply:
    """The reply, as `study_suggestion` decided."""
    decision = latest(session, STUDIED, matter_id=matter.id)
    adopted = decision.data.get("adoption") if decision else None
    return SuggestionReply(
        kind="答复",
        title="建议意见答复书",
        basis="regulation_2022:29(1)",
        addressee=addressee_of(session, petition),
        case=case_lines(session, petition, matter),
        category=CATEGORY[matter.category],
        adoption=ADOPTION[Adoption(adopted)] if adopted else "",
        answer=paragraphs(matter.answer),
        reward=words(decision.data.get("reward")) if decision else "",
    )
