"""制作回访记录 - 《信访工作条例》第二十一条、第三十二条."""

from pyzeebe import ZeebeTaskRouter

from workers import runtime
from workers.cases import petition_of, unit_of
from workers.notices.notice import issue
from workers.notices.record_follow_up import record_follow_up_notice

FILE = "file"

router = ZeebeTaskRouter()


@router.task(task_type="record_follow_up", timeout_ms=runtime.LEASE_MS)
def record_follow_up(petition_id: str) -> None:
    """Put on file whether the petitioner was reached, and what was said; nobody is sent it."""
    with runtime.transaction() as (session, now):
        petition = petition_of(session, petition_id)
        unit = unit_of(session, petition.bureau_id)
        notice = record_follow_up_notice(session, petition)
        issue(session, notice, petition=petition, unit=unit, addressee=FILE, now=now)
