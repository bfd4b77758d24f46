"""告知不再受理 - 《信访工作条例》第三十六条."""

from pyzeebe import ZeebeTaskRouter

from workers import runtime
from workers.cases import petition_of, unit_of
from workers.notices.notice import issue
from workers.notices.notify_no_longer_accepted import notify_no_longer_accepted_notice

router = ZeebeTaskRouter()


@router.task(task_type="notify_no_longer_accepted", timeout_ms=runtime.LEASE_MS)
def notify_no_longer_accepted(petition_id: str) -> None:
    """Tell the petitioner that the matter is final and was registered."""
    with runtime.transaction() as (session, now):
        petition = petition_of(session, petition_id)
        bureau = unit_of(session, petition.bureau_id)
        notice = notify_no_longer_accepted_notice(session, petition)
        issue(session, notice, petition=petition, unit=bureau, now=now)
