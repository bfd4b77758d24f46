"""退回重办通知书: the closing report is not accepted (articles 22 and 40)."""

from dataclasses import dataclass
from typing import Annotated

from sqlmodel import Session

from records.models import Matter, Petition
from records.task_decisions import latest
from workers.cases import unit_of
from workers.notices.case_lines import case_lines
from workers.notices.notice import Notice
from workers.notices.periods import last_day_of
from workers.notices.referred import REPORT, DocumentLine, document_line, last_document
from workers.notices.required import Says
from workers.notices.words import chinese_date, paragraphs

CHECKED = "check_closing_report"
HANDLING = "D05"


@dataclass(frozen=True)
class ReworkNotice(Notice):
    """What is wrong, and that acceptance and periods stay as they are."""

    element_id = "return_for_rework"

    report: Annotated[DocumentLine | None, Says("办结报告")]
    defects: Annotated[tuple[str, ...], Says("存在的问题")]
    accepted_on: Annotated[str, Says("受理日期", optional=True)]
    due_on: Annotated[str, Says("办结期限", optional=True)]
    report_due_on: Annotated[str, Says("反馈期限")]


def return_for_rework_notice(session: Session, petition: Petition, matter: Matter) -> ReworkNotice:
    """The notice to the unit, with the defects that `check_closing_report` found."""
    decision = latest(session, CHECKED, matter_id=matter.id)
    return ReworkNotice(
        kind="退办",
        title="信访事项退回重办通知书",
        basis="regulation_2022:22(1)(三)",
        addressee=unit_of(session, matter.unit_id).name,
        case=case_lines(session, petition, matter),
        report=document_line(last_document(session, matter, REPORT)),
        defects=paragraphs(decision.data.get("defects")) if decision else (),
        accepted_on=chinese_date(matter.accepted_on),
        due_on=last_day_of(session, matter, HANDLING, matter.accepted_on),
        report_due_on=chinese_date(matter.report_due_on),
    )
