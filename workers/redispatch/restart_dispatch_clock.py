"""续算分送期限 - 《信访工作条例》第二十二条、第二十三条第三款."""

from pyzeebe import ZeebeTaskRouter

from workers import runtime
from workers.cases import matter_of, petition_of
from workers.matter_clocks import named, open_for

FORWARDING = "D01"

router = ZeebeTaskRouter()


@router.task(task_type="restart_dispatch_clock", timeout_ms=runtime.LEASE_MS)
def restart_dispatch_clock(matter_id: str) -> dict[str, str | None]:
    """The matter came back: its forwarding counts from the day the bureau first received it."""
    with runtime.transaction() as (session, now):
        matter = matter_of(session, matter_id)
        petition = petition_of(session, matter.petition_id)
        clock = open_for(session, matter, FORWARDING, petition.received_on, now)
        return named("dispatch", clock)
