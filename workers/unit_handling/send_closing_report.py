"""提交办结报告 - 《信访工作条例》第二十二条第一款第三项."""

from pyzeebe import ZeebeTaskRouter

from workers import runtime
from workers.cases import matter_of, petition_of, unit_of
from workers.notices.notice import issue
from workers.notices.send_closing_report import send_closing_report_notice

router = ZeebeTaskRouter()


@router.task(task_type="send_closing_report", timeout_ms=runtime.LEASE_MS)
def send_closing_report(matter_id: str) -> None:
    """Issue the unit's report to the bureau that assigned the matter, which checks it next."""
    with runtime.transaction() as (session, now):
        matter = matter_of(session, matter_id)
        petition = petition_of(session, matter.petition_id)
        issue(
            session,
            send_closing_report_notice(session, petition, matter),
            petition=petition,
            matter=matter,
            unit=unit_of(session, matter.unit_id),
            addressee="bureau",
            now=now,
        )
