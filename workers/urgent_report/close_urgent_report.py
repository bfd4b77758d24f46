"""结束报告 - 《信访工作条例》第二十五条."""

from pyzeebe import ZeebeTaskRouter

from records.urgent import get_report
from workers import runtime

router = ZeebeTaskRouter()


@router.task(task_type="close_urgent_report", timeout_ms=runtime.LEASE_MS)
def close_urgent_report(urgent_id: str) -> None:
    """The leader decided that it is over; why stands in the log."""
    with runtime.transaction() as (session, now):
        report = get_report(session, urgent_id)
        if report.closed_at is None:
            report.closed_at = now
