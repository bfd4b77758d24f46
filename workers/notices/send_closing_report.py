"""办结报告: what came of an assigned matter (article 22(1)(三))."""

from dataclasses import dataclass
from typing import Annotated

from sqlmodel import Session

from records.models import Matter, Petition, User
from records.task_decisions import latest
from workers.cases import unit_of
from workers.notices.case_lines import case_lines
from workers.notices.notice import Notice
from workers.notices.petitioner_lines import PetitionerLines, petitioner_lines
from workers.notices.referred import (
    ASSIGNMENT,
    OPINION,
    DocumentLine,
    document_line,
    last_document,
)
from workers.notices.required import Says
from workers.notices.words import OUTCOME, chinese_date, paragraphs, words

WRITTEN = "write_closing_report"
ANSWERS = (OPINION, "send_duty_answer", "issue_agreement")


@dataclass(frozen=True)
class ClosingReport(Notice):
    """Who handled it, what was asked, found and answered, and who can be asked."""

    element_id = "send_closing_report"

    handled_by: Annotated[str, Says("承办单位")]
    signed_by: Annotated[str, Says("签发人", optional=True)]
    assignment: Annotated[DocumentLine | None, Says("交办函")]
    report_due_on: Annotated[str, Says("交办期限")]
    petitioner: Annotated[PetitionerLines, Says("信访人")]
    accepted_on: Annotated[str, Says("受理日期", optional=True)]
    report: Annotated[tuple[str, ...], Says("调查处理情况")]
    outcome: Annotated[str, Says("结论", optional=True)]
    answer: Annotated[DocumentLine | None, Says("答复文书")]
    contact: Annotated[str, Says("经办人")]


def send_closing_report_notice(
    session: Session, petition: Petition, matter: Matter
) -> ClosingReport:
    """The report of `write_closing_report`; the answer to the petitioner goes along."""
    decision = latest(session, WRITTEN, matter_id=matter.id)
    data = decision.data if decision else {}
    writer = session.get(User, decision.decided_by) if decision else None
    signer = session.get(User, matter.signed_by) if matter.signed_by else None
    return ClosingReport(
        kind="办结",
        title="信访事项办结报告",
        basis="regulation_2022:22(1)(三)",
        addressee=unit_of(session, petition.bureau_id).name,
        case=case_lines(session, petition, matter),
        handled_by=unit_of(session, matter.unit_id).name,
        signed_by=signer.name if signer else "",
        assignment=document_line(
            last_document(session, matter, ASSIGNMENT, "dispatch_again__letter")
        ),
        report_due_on=chinese_date(matter.report_due_on),
        petitioner=petitioner_lines(session, petition),
        accepted_on=chinese_date(matter.accepted_on),
        report=paragraphs(data.get("report")),
        outcome=OUTCOME[matter.outcome] if matter.outcome else "",
        answer=document_line(last_document(session, matter, *ANSWERS), matter.served_on),
        contact=words(data.get("contact")) or (writer.name if writer else ""),
    )
