"""起算简易期限 - 《信访事项简易办理办法》；《信访工作条例》第三十四条."""

from pyzeebe import ZeebeTaskRouter

from workers import runtime
from workers.cases import matter_of
from workers.errors import NotAccepted
from workers.matter_clocks import keep_for, named

SIMPLE_OPINION = "D13"

router = ZeebeTaskRouter()


@router.task(task_type="start_simple_clock", timeout_ms=runtime.LEASE_MS)
def start_simple_clock(matter_id: str) -> dict[str, str | None]:
    """The shorter period runs beside that of article 34, from the same day of acceptance."""
    with runtime.transaction() as (session, now):
        matter = matter_of(session, matter_id)
        if matter.accepted_on is None:
            raise NotAccepted
        clock = keep_for(session, matter, SIMPLE_OPINION, matter.accepted_on, now)
        return named("simple", clock)
