"""重大紧急信访事项专报, and the notice to department and conference office (article 25)."""

from dataclasses import dataclass

from sqlmodel import Session

from records.models import Petition, UrgentReport
from workers.notices.urgent import UrgentNotice, urgent_notice


@dataclass(frozen=True)
class SpecialReport(UrgentNotice):
    """To the Party committee and government, upwards in copy."""

    element_id = "send_urgent_report"


@dataclass(frozen=True)
class SpecialNotice(UrgentNotice):
    """To the department in charge and the office of the joint conference."""

    element_id = "send_urgent_report__letter"


def send_urgent_report_notice(
    session: Session, petition: Petition, report: UrgentReport
) -> SpecialReport:
    """The report."""
    return urgent_notice(
        SpecialReport,
        session,
        petition,
        report,
        kind="急报",
        title="重大紧急信访事项专报",
        measures="",
    )


def send_urgent_report_letter(
    session: Session, petition: Petition, report: UrgentReport
) -> SpecialNotice:
    """The notice."""
    return urgent_notice(
        SpecialNotice,
        session,
        petition,
        report,
        kind="急通",
        title="重大紧急信访事项通报",
        measures="",
        to_others=True,
    )
