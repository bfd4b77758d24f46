"""起算履职期限 - 《信访工作条例》第三十一条第五项；《行政诉讼法》第四十七条."""

from pyzeebe import ZeebeTaskRouter

from workers import runtime
from workers.cases import day_of, matter_of
from workers.matter_clocks import keep_for, named

DUTY = "D18"

router = ZeebeTaskRouter()


@router.task(task_type="start_duty_clock", timeout_ms=runtime.LEASE_MS)
def start_duty_clock(matter_id: str) -> dict[str, str | None]:
    """The unit performs its duty, or answers, counted from the day that it received the matter."""
    with runtime.transaction() as (session, now):
        matter = matter_of(session, matter_id)
        clock = keep_for(session, matter, DUTY, matter.received_on or day_of(now), now)
        return named("duty", clock)
