"""告知延期理由 - 《信访工作条例》第三十四条."""

from pyzeebe import ZeebeTaskRouter

from workers import runtime
from workers.cases import matter_of, petition_of, unit_of
from workers.notices.notice import issue
from workers.notices.send_extension_notice import send_extension_notice_notice

router = ZeebeTaskRouter()


@router.task(task_type="send_extension_notice", timeout_ms=runtime.LEASE_MS)
def send_extension_notice(matter_id: str) -> None:
    """Tell the petitioner why handling takes longer, and until when."""
    with runtime.transaction() as (session, now):
        matter = matter_of(session, matter_id)
        petition = petition_of(session, matter.petition_id)
        if petition.is_name_clear:
            unit = unit_of(session, matter.unit_id)
            notice = send_extension_notice_notice(session, petition, matter)
            issue(session, notice, petition=petition, matter=matter, unit=unit, now=now)
