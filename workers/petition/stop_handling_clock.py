"""停止计算办理期限 - 《信访工作条例》第三十四条."""

from pyzeebe import ZeebeTaskRouter

from records.ledger import meet_clock
from workers import runtime

router = ZeebeTaskRouter()


@router.task(task_type="stop_handling_clock", timeout_ms=runtime.LEASE_MS)
def stop_handling_clock(handling_clock_id: str) -> None:
    """Record that the handling period was met: the written answer is out."""
    with runtime.transaction() as (session, now):
        meet_clock(session, clock_id=handling_clock_id, actor="engine", now=now)
