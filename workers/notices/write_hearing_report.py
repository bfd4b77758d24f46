"""听证报告: how a hearing went and what it concluded."""

from dataclasses import dataclass
from typing import Annotated

from sqlmodel import Session

from records.models import Hearing, Matter, Petition
from workers.notices.case_lines import addressee_of, case_lines
from workers.notices.hearings import HearingLines, hearing_lines
from workers.notices.notice import Notice
from workers.notices.required import Says
from workers.notices.words import chinese_date, paragraphs


@dataclass(frozen=True)
class HearingReport(Notice):
    """The hearing with its conclusion."""

    element_id = "write_hearing_report"

    hearing: Annotated[HearingLines, Says("听证")]
    notified_on: Annotated[str, Says("通知日期")]
    concluded_on: Annotated[str, Says("结论日期")]
    conclusion: Annotated[tuple[str, ...], Says("听证结论")]


def write_hearing_report_notice(
    session: Session, petition: Petition, matter: Matter, hearing: Hearing
) -> HearingReport:
    """The report on a hearing that was held."""
    return HearingReport(
        kind="听报",
        title="信访事项听证报告",
        basis="regulation_2022:31(六)",
        addressee=addressee_of(session, petition),
        case=case_lines(session, petition, matter),
        hearing=hearing_lines(session, hearing),
        notified_on=chinese_date(hearing.notice_sent_on),
        concluded_on=chinese_date(hearing.concluded_on),
        conclusion=paragraphs(hearing.conclusion),
    )
