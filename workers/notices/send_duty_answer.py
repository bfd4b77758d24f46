"""结果告知单: a duty was performed, or why not (article 31(五))."""

from dataclasses import dataclass
from typing import Annotated

from sqlmodel import Session

from law.decision_words import Route
from records.models import Matter, Petition
from records.task_decisions import latest
from workers.cases import unit_of
from workers.notices.case_lines import addressee_of, case_lines
from workers.notices.required import Says
from workers.notices.results import ResultNotice
from workers.notices.routes import ROUTES
from workers.notices.words import paragraphs

PERFORMED, YES = "perform_duty", "yes"


@dataclass(frozen=True)
class DutyAnswer(ResultNotice):
    """The answer to who asked that a duty be performed."""

    element_id = "send_duty_answer"

    conclusion: Annotated[str, Says("结论")]
    legal_basis: Annotated[tuple[str, ...], Says("处理依据")]


def send_duty_answer_notice(session: Session, petition: Petition, matter: Matter) -> DutyAnswer:
    """The answer, as `perform_duty` left it with the matter."""
    decision = latest(session, PERFORMED, matter_id=matter.id)
    performed = decision.data.get("is_performed") if decision else None
    return DutyAnswer(
        kind="结果",
        title="信访事项办理结果告知单",
        basis=ROUTES[Route.duty].basis,
        addressee=addressee_of(session, petition),
        case=case_lines(session, petition, matter),
        organ=unit_of(session, matter.unit_id).name,
        route=ROUTES[Route.duty].name,
        result=paragraphs(matter.answer),
        conclusion=_conclusion(performed),
        legal_basis=paragraphs(matter.legal_basis),
    )


def _conclusion(performed: object) -> str:
    if performed is None:
        return ""
    return "已经依法履行职责" if performed == YES else "不予履行，理由如下"
