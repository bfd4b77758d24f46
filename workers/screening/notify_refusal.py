"""告知不予受理 - 《信访工作条例》第十九条、第二十条."""

from pyzeebe import ZeebeTaskRouter

from workers import runtime
from workers.cases import petition_of, unit_of
from workers.notices.notice import issue
from workers.notices.notify_refusal import notify_refusal_notice

router = ZeebeTaskRouter()


@router.task(task_type="notify_refusal", timeout_ms=runtime.LEASE_MS)
def notify_refusal(petition_id: str) -> None:
    """Tell the petitioner why the bureau does not take the petition on, and where to go."""
    with runtime.transaction() as (session, now):
        petition = petition_of(session, petition_id)
        bureau = unit_of(session, petition.bureau_id)
        notice = notify_refusal_notice(session, petition)
        issue(session, notice, petition=petition, unit=bureau, now=now)
