"""引导请求复查 - 《信访工作条例》第三十五条、第三十六条."""

from pyzeebe import ZeebeTaskRouter

from workers import runtime
from workers.cases import petition_of, unit_of
from workers.notices.notice import issue
from workers.notices.notify_review_guidance import notify_review_guidance_notice

router = ZeebeTaskRouter()


@router.task(task_type="notify_review_guidance", timeout_ms=runtime.LEASE_MS)
def notify_review_guidance(petition_id: str) -> None:
    """Tell the petitioner whom to ask for a review of the opinion there is, and until when."""
    with runtime.transaction() as (session, now):
        petition = petition_of(session, petition_id)
        bureau = unit_of(session, petition.bureau_id)
        notice = notify_review_guidance_notice(session, petition)
        issue(session, notice, petition=petition, unit=bureau, now=now)
