"""出具收件回执 - 《信访工作条例》第二十一条第二款."""

from pyzeebe import ZeebeTaskRouter

from workers import runtime
from workers.cases import petition_of, unit_of
from workers.notices.issue_receipt import issue_receipt_notice
from workers.notices.notice import issue

router = ZeebeTaskRouter()


@router.task(task_type="issue_receipt", timeout_ms=runtime.LEASE_MS)
def issue_receipt(petition_id: str) -> None:
    """Issue the receipt with number and query code, in the name of where it was filed."""
    with runtime.transaction() as (session, now):
        petition = petition_of(session, petition_id)
        unit = unit_of(session, petition.bureau_id)
        notice = issue_receipt_notice(session, petition)
        issue(session, notice, petition=petition, unit=unit, now=now)
