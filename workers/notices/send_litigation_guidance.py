"""引导告知单: a visitor is guided to court, procuratorate or police (articles 20(2), 22(2))."""

from dataclasses import dataclass

from sqlmodel import Session

from records.models import Matter, Petition
from records.task_decisions import latest
from workers.notices.case_lines import addressee_of, case_lines
from workers.notices.litigation_guidance import BASIS, LitigationGuidance, organ_of
from workers.notices.words import paragraphs

GUIDED = "guide_visitor"


@dataclass(frozen=True)
class VisitorGuidance(LitigationGuidance):
    """What was explained, in writing."""

    element_id = "send_litigation_guidance"


def send_litigation_guidance_notice(
    session: Session, petition: Petition, matter: Matter
) -> VisitorGuidance:
    """The notice, with what `guide_visitor` explained."""
    decision = latest(session, GUIDED, matter_id=matter.id)
    return VisitorGuidance(
        kind="引导",
        title="涉法涉诉信访事项引导告知单",
        basis=BASIS,
        addressee=addressee_of(session, petition),
        case=case_lines(session, petition, matter),
        organ=organ_of(session, petition, matter),
        explanation=paragraphs(decision.data.get("explanation")) if decision else (),
    )
