"""登记督办事项 - 《信访工作条例》第三十九条、第四十条."""

from pyzeebe import ZeebeTaskRouter

from records.supervisions import breaches
from workers import runtime

router = ZeebeTaskRouter()


@router.task(task_type="open_supervision", timeout_ms=runtime.LEASE_MS)
def open_supervision(clock_id: str) -> None:
    """Open the supervision of whoever let this time limit pass, once per last day.

    Feedback that a supervision waits for in vain takes it to its next step instead.
    """
    with runtime.transaction() as (session, now):
        breaches.open_supervision(session, clock_id, now=now)
