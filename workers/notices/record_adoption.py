"""建议采纳情况反馈单: what became of a suggestion (article 40(4))."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from sqlmodel import Session

from records.models import Petition, Supervision
from records.supervisions.find import advice_of
from workers.cases import unit_of
from workers.notices.issue_advice import SHAPES
from workers.notices.notice import Notice
from workers.notices.required import Says
from workers.notices.supervised import lines_of
from workers.notices.words import ADOPTION, chinese_date, paragraphs


@dataclass(frozen=True)
class AdoptionNote(Notice):
    """Which suggestion, whether it was adopted, and why."""

    element_id = "record_adoption"

    advice: Annotated[str, Says("建议书")]
    issued_on: Annotated[str, Says("建议书日期")]
    adoption: Annotated[str, Says("采纳情况")]
    reasons: Annotated[tuple[str, ...], Says("落实情况或者理由")]


def record_adoption_notice(
    session: Session, petition: Petition, row: Supervision, _now: datetime
) -> AdoptionNote:
    """The answer to the bureau. Raises AdviceNotFound."""
    advice = advice_of(session, row.id)
    return AdoptionNote(
        kind="建复",
        title="建议采纳情况反馈单",
        basis="regulation_2022:40(4)",
        addressee=unit_of(session, petition.bureau_id).name,
        case=lines_of(session, petition, row),
        advice=SHAPES[advice.kind][1],
        issued_on=chinese_date(advice.issued_on),
        adoption=ADOPTION[advice.adoption] if advice.adoption else "",
        reasons=paragraphs(advice.adoption_reason),
    )
