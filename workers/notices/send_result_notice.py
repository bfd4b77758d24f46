"""结果告知单: the legal procedure has taken the matter up (article 31(一) to (四))."""

from dataclasses import dataclass

from sqlmodel import Session

from records.models import Matter, Petition
from records.task_decisions import latest
from workers.notices.case_lines import addressee_of, case_lines
from workers.notices.results import ResultNotice
from workers.notices.routes import words_of
from workers.notices.words import paragraphs, words

RECORDED = "record_procedure_result"


@dataclass(frozen=True)
class ProcedureResult(ResultNotice):
    """Who handles it now, and what was done."""

    element_id = "send_result_notice"


def send_result_notice_notice(
    session: Session, petition: Petition, matter: Matter
) -> ProcedureResult:
    """The notice, as `record_procedure_result` has it."""
    decision = latest(session, RECORDED, matter_id=matter.id)
    data = decision.data if decision else {}
    route = words_of(matter.route)
    return ProcedureResult(
        kind="结果",
        title="信访事项办理结果告知单",
        basis=route.basis if route else "",
        addressee=addressee_of(session, petition),
        case=case_lines(session, petition, matter),
        organ=words(data.get("organ")) or (route.organ if route else ""),
        route=route.name if route else "",
        result=paragraphs(data.get("result")),
    )
