"""起算办理期限 - 《信访工作条例》第三十四条."""

from pyzeebe import ZeebeTaskRouter

from records.clocks.find import running
from workers import runtime
from workers.cases import matter_of
from workers.errors import NotAccepted
from workers.matter_clocks import keep_for, named

HANDLING, ANEW = "D05", "D16"

router = ZeebeTaskRouter()


@router.task(task_type="start_handling_clock", timeout_ms=runtime.LEASE_MS)
def start_handling_clock(matter_id: str) -> dict[str, str | None]:
    """Handling counts from the day of acceptance (受理之日), once: also when it is done again.

    After a review that set the opinion aside, the period that was set for it (D16) runs instead.
    """
    with runtime.transaction() as (session, now):
        matter = matter_of(session, matter_id)
        if matter.accepted_on is None:
            raise NotAccepted
        code = ANEW if running(session, matter_id=matter_id, codes=(ANEW,)) else HANDLING
        clock = keep_for(session, matter, code, matter.accepted_on, now)
        return named("handling", clock)
