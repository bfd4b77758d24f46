"""登记反馈 - 《信访工作条例》第三十八条、第四十条."""

from pyzeebe import ZeebeTaskRouter

from records.supervisions.find import supervision_of
from workers import runtime
from workers.measures import issue_letter
from workers.notices.record_feedback import record_feedback_notice

router = ZeebeTaskRouter()


@router.task(task_type="record_feedback", timeout_ms=runtime.LEASE_MS)
def record_feedback(supervision_id: str) -> None:
    """What the unit feeds back goes to the bureau as a document of the unit."""
    with runtime.transaction() as (session, now):
        row = supervision_of(session, supervision_id)
        issue_letter(
            session, row, record_feedback_notice, now=now, by=row.unit_id, addressee="bureau"
        )
