"""异议单: the unit says that the matter is not within its powers (article 23(3))."""

from dataclasses import dataclass
from typing import Annotated

from sqlmodel import Session

from records.models import Matter, Petition, Unit
from records.task_decisions import latest
from workers.cases import unit_of
from workers.notices.case_lines import case_lines
from workers.notices.notice import Notice
from workers.notices.periods import last_day_of, length_words
from workers.notices.referred import ASSIGNMENT, DocumentLine, document_line, last_document
from workers.notices.required import Says
from workers.notices.words import chinese_date, paragraphs, words

EXAMINED = "examine_matter"
OBJECTION = "D04"
LETTERS = (ASSIGNMENT, "dispatch_again__letter", "pass_on_matter__letter")


@dataclass(frozen=True)
class Objection(Notice):
    """Reasons in detail, their basis, and who is competent instead."""

    element_id = "send_objection"

    letter: Annotated[DocumentLine | None, Says("转送函、交办函", optional=True)]
    received_on: Annotated[str, Says("收到日期")]
    period: Annotated[str, Says("异议期限")]
    last_day: Annotated[str, Says("异议届满日")]
    reasons: Annotated[tuple[str, ...], Says("异议理由")]
    legal_basis: Annotated[tuple[str, ...], Says("异议依据")]
    proposed_unit: Annotated[str, Says("建议转送单位", optional=True)]


def send_objection_notice(session: Session, petition: Petition, matter: Matter) -> Objection:
    """The objection, as `examine_matter` gives its reasons."""
    decision = latest(session, EXAMINED, matter_id=matter.id)
    data = decision.data if decision else {}
    proposed = words(data.get("proposed_unit"))
    known = session.get(Unit, proposed)
    return Objection(
        kind="异议",
        title="信访事项异议单",
        basis="regulation_2022:23(3)",
        addressee=unit_of(session, petition.bureau_id).name,
        case=case_lines(session, petition, matter),
        letter=document_line(last_document(session, matter, *LETTERS)),
        received_on=chinese_date(matter.received_on),
        period=length_words(session, OBJECTION, matter.received_on),
        last_day=last_day_of(session, matter, OBJECTION, matter.received_on),
        reasons=paragraphs(data.get("objection_reasons")),
        legal_basis=paragraphs(data.get("objection_basis")),
        proposed_unit=known.name if known else proposed,
    )
