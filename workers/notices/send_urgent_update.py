"""重大紧急信访事项续报: what is new since the report (article 25)."""

from dataclasses import dataclass

from sqlmodel import Session

from records.models import Petition, UrgentReport
from records.task_decisions import latest
from workers.notices.urgent import UrgentNotice, urgent_notice


@dataclass(frozen=True)
class Update(UrgentNotice):
    """To all who had the report."""

    element_id = "send_urgent_update"


def send_urgent_update_notice(session: Session, petition: Petition, report: UrgentReport) -> Update:
    """The update that a leader decided last."""
    followed = latest(
        session, "follow_urgent_matter", petition_id=petition.id, since=report.raised_at
    )
    return urgent_notice(
        Update,
        session,
        petition,
        report,
        kind="急续",
        title="重大紧急信访事项续报",
        measures=str(followed.data.get("measures") or "") if followed else "",
    )
