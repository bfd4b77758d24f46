"""制作听证笔录 - 《信访工作条例》第三十一条第六项."""

from pyzeebe import ZeebeTaskRouter

from workers import runtime
from workers.hearings import issue_about_hearing
from workers.notices.record_hearing import record_hearing_notice

router = ZeebeTaskRouter()


@router.task(task_type="record_hearing", timeout_ms=runtime.LEASE_MS)
def record_hearing(matter_id: str, unit: str) -> None:
    """Put the signed record on file; it stays with the unit that held the hearing."""
    issue_about_hearing(matter_id, unit, record_hearing_notice, addressee=unit)
