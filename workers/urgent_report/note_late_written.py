"""记录书面报告超时 - 《信访工作条例》第二十五条、第四十条."""

from pyzeebe import ZeebeTaskRouter

from records.models.urgent import UrgentActKind
from records.urgent import get_report, log_once
from workers import runtime

router = ZeebeTaskRouter()


@router.task(task_type="note_late_written", timeout_ms=runtime.LEASE_MS)
def note_late_written(urgent_id: str) -> None:
    """The written report is late; it must still be made."""
    with runtime.transaction() as (session, now):
        report = get_report(session, urgent_id)
        log_once(session, report, UrgentActKind.late_written, actor="engine", now=now)
