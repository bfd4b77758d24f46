"""异议答复函: the sender does not agree, the matter stays with the unit (article 23(3))."""

from dataclasses import dataclass
from typing import Annotated

from sqlmodel import Session

from records.models import Matter, Petition
from records.task_decisions import latest
from workers.cases import unit_of
from workers.notices.case_lines import case_lines
from workers.notices.notice import Notice
from workers.notices.periods import last_day_of
from workers.notices.referred import OBJECTION, DocumentLine, document_line, last_document
from workers.notices.required import Says
from workers.notices.words import paragraphs

DECIDED = "decide_objection"
TELLING = "D03"


@dataclass(frozen=True)
class ObjectionAnswer(Notice):
    """Why the objection is not agreed to, and what the unit owes now."""

    element_id = "refuse_objection"

    objection: Annotated[DocumentLine | None, Says("异议单")]
    reasons: Annotated[tuple[str, ...], Says("不同意的理由")]
    last_day: Annotated[str, Says("书面告知届满日")]


def refuse_objection_notice(
    session: Session, petition: Petition, matter: Matter
) -> ObjectionAnswer:
    """The answer to the unit, with the reasons of `decide_objection`."""
    decision = latest(session, DECIDED, matter_id=matter.id)
    return ObjectionAnswer(
        kind="异复",
        title="信访事项异议答复函",
        basis="regulation_2022:23(3)",
        addressee=unit_of(session, matter.unit_id).name,
        case=case_lines(session, petition, matter),
        objection=document_line(last_document(session, matter, OBJECTION)),
        reasons=paragraphs(decision.data.get("note")) if decision else (),
        last_day=last_day_of(session, matter, TELLING, matter.received_on),
    )
