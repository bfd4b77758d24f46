"""催办 - 《信访工作条例》第四十条."""

from pyzeebe import ZeebeTaskRouter

from law.decision_words import SupervisionStep
from workers import runtime
from workers.measures import carry_out
from workers.notices.send_reminder import send_reminder_notice

router = ZeebeTaskRouter()


@router.task(task_type="send_reminder", timeout_ms=runtime.LEASE_MS)
def send_reminder(supervision_id: str) -> dict[str, str]:
    """The system reminds the unit, before anybody writes a letter."""
    with runtime.transaction() as (session, now):
        return carry_out(
            session, supervision_id, SupervisionStep.remind, send_reminder_notice, now=now
        )
