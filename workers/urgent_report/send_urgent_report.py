"""报送专报 - 《信访工作条例》第二十五条."""

from pyzeebe import ZeebeTaskRouter

from records.models.urgent import UrgentActKind
from records.urgent import get_report, log_act
from workers import runtime
from workers.cases import petition_of, unit_of
from workers.notices.notice import issue
from workers.notices.send_urgent_report import send_urgent_report_letter, send_urgent_report_notice

router = ZeebeTaskRouter()


@router.task(task_type="send_urgent_report", timeout_ms=runtime.LEASE_MS)
def send_urgent_report(urgent_id: str) -> None:
    """Report to the Party committee and government, and upwards; tell department and conference."""
    with runtime.transaction() as (session, now):
        report = get_report(session, urgent_id)
        if report.written_at is not None:
            return
        petition = petition_of(session, report.petition_id)
        unit = unit_of(session, petition.bureau_id)
        for notice in (
            send_urgent_report_notice(session, petition, report),
            send_urgent_report_letter(session, petition, report),
        ):
            issue(
                session,
                notice,
                petition=petition,
                unit=unit,
                now=now,
                occasion=report.id,
                addressee="organ",
            )
        report.written_at = now
        log_act(session, report, UrgentActKind.written, actor="engine", now=now)
