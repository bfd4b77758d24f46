"""停止分送期限 - 《信访工作条例》第二十二条第一款."""

from pyzeebe import ZeebeTaskRouter

from records.ledger import ENGINE, meet_clock
from workers import runtime

router = ZeebeTaskRouter()


@router.task(task_type="stop_dispatch_clock", timeout_ms=runtime.LEASE_MS)
def stop_dispatch_clock(dispatch_clock_id: str) -> None:
    """Record that the petition is on its way, or that the petitioner knows why it is not."""
    with runtime.transaction() as (session, now):
        meet_clock(session, clock_id=dispatch_clock_id, actor=ENGINE, now=now)
