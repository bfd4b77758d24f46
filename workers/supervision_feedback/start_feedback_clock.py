"""起算反馈期限 - 《信访工作条例》第三十八条、第四十条."""

from pyzeebe import ZeebeTaskRouter

from records.supervisions.feedback import ask_feedback
from records.supervisions.find import supervision_of
from workers import runtime
from workers.matter_clocks import named

router = ZeebeTaskRouter()


@router.task(task_type="start_feedback_clock", timeout_ms=runtime.LEASE_MS)
def start_feedback_clock(supervision_id: str) -> dict[str, str | None]:
    """Open the clock of the feedback on the step just taken; its length is the office's to set."""
    with runtime.transaction() as (session, now):
        clock = ask_feedback(session, supervision_of(session, supervision_id), now=now)
        return named("feedback", clock)
