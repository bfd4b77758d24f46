"""停止计算办理期限 - 《信访工作条例》第三十四条、第三十五条."""

from pyzeebe import ZeebeTaskRouter

from records.clocks.many import meet_all
from workers import runtime

HANDLING = ("D05", "D16")

router = ZeebeTaskRouter()


@router.task(task_type="stop_handling_clock", timeout_ms=runtime.LEASE_MS)
def stop_handling_clock(matter_id: str) -> dict[str, str]:
    """Record that the handling period was met: the opinion is out."""
    with runtime.transaction() as (session, now):
        meet_all(session, matter_id=matter_id, codes=HANDLING, now=now)
        return {"matter_result": "finished"}
