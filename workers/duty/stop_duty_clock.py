"""停止履职期限 - 《信访工作条例》第三十一条第五项；《行政诉讼法》第四十七条."""

from pyzeebe import ZeebeTaskRouter

from records.clocks.many import meet_all
from workers import runtime

DUTY = ("D18",)

router = ZeebeTaskRouter()


@router.task(task_type="stop_duty_clock", timeout_ms=runtime.LEASE_MS)
def stop_duty_clock(matter_id: str) -> dict[str, str]:
    """Record that the duty was performed or answered."""
    with runtime.transaction() as (session, now):
        meet_all(session, matter_id=matter_id, codes=DUTY, now=now)
        return {"matter_result": "finished"}
