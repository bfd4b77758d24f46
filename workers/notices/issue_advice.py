"""三项建议书: 改进工作, 完善政策, 追究责任 (article 40)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from sqlmodel import Session

from records.models import Petition, Supervision
from records.models.supervision import AdviceKind
from records.supervisions.find import advice_of
from workers.cases import unit_of
from workers.notices.notice import Notice
from workers.notices.required import Says
from workers.notices.supervised import lines_of
from workers.notices.words import chinese_date, paragraphs

# Kind of the number, title, basis.
SHAPES = {
    AdviceKind.improve: ("改建", "改进工作建议书", "regulation_2022:40(1)"),
    AdviceKind.policy: ("政建", "完善政策建议书", "regulation_2022:40(2)"),
    AdviceKind.liability: ("责建", "追究责任建议书", "regulation_2022:40(3)"),
}


@dataclass(frozen=True)
class AdviceLetter(Notice):
    """Root causes (三查), the suggestion, and until when its addressee answers."""

    element_id = "issue_advice"

    duty_causes: Annotated[tuple[str, ...], Says("职责履行方面的原因")]
    policy_causes: Annotated[tuple[str, ...], Says("政策措施方面的原因")]
    conduct_causes: Annotated[tuple[str, ...], Says("工作作风方面的原因")]
    suggestion: Annotated[tuple[str, ...], Says("建议")]
    due_on: Annotated[str, Says("反馈期限")]


def issue_advice_notice(
    session: Session, petition: Petition, row: Supervision, _now: datetime
) -> AdviceLetter:
    """The suggestion to its addressee. Raises AdviceNotFound."""
    advice = advice_of(session, row.id)
    kind, title, basis = SHAPES[advice.kind]
    return AdviceLetter(
        kind=kind,
        title=title,
        basis=basis,
        addressee=unit_of(session, advice.unit_id).name,
        case=lines_of(session, petition, row),
        duty_causes=paragraphs(advice.duty_causes),
        policy_causes=paragraphs(advice.policy_causes),
        conduct_causes=paragraphs(advice.conduct_causes),
        suggestion=paragraphs(advice.suggestion),
        due_on=chinese_date(advice.due_on),
    )
