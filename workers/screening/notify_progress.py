"""告知办理进展 - 《信访工作条例》第十九条、第二十一条."""

from pyzeebe import ZeebeTaskRouter

from workers import runtime
from workers.cases import petition_of, unit_of
from workers.notices.notice import issue
from workers.notices.notify_progress import notify_progress_notice

router = ZeebeTaskRouter()


@router.task(task_type="notify_progress", timeout_ms=runtime.LEASE_MS)
def notify_progress(petition_id: str) -> None:
    """Tell the petitioner how the matter that is being handled stands."""
    with runtime.transaction() as (session, now):
        petition = petition_of(session, petition_id)
        bureau = unit_of(session, petition.bureau_id)
        notice = notify_progress_notice(session, petition)
        issue(session, notice, petition=petition, unit=bureau, now=now)
