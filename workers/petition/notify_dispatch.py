"""告知转送去向 - 《信访工作条例》第二十二条、第二十三条."""

from pyzeebe import ZeebeTaskRouter

from workers import runtime
from workers.cases import petition_of, unit_of
from workers.notices.notice import issue
from workers.notices.notify_dispatch import dispatch_notice

router = ZeebeTaskRouter()


@router.task(task_type="notify_dispatch", timeout_ms=runtime.LEASE_MS)
def notify_dispatch(petition_id: str) -> None:
    """Issue the bureau's notice that says which unit the petition went to."""
    with runtime.transaction() as (session, now):
        petition = petition_of(session, petition_id)
        bureau = unit_of(session, petition.bureau_id)
        notice = dispatch_notice(session, petition)
        issue(session, notice, petition=petition, unit=bureau, now=now)
