"""发出通报或者挂牌督办通知书 - 《信访工作条例》第三十九条."""

from pyzeebe import ZeebeTaskRouter

from law.decision_words import SupervisionStep
from workers import runtime
from workers.measures import carry_out
from workers.notices.send_announcement import send_announcement_notice

router = ZeebeTaskRouter()


@router.task(task_type="send_announcement", timeout_ms=runtime.LEASE_MS)
def send_announcement(supervision_id: str, step: str) -> dict[str, str]:
    """The unit is criticised in a circular, or its case is listed to be put right in time."""
    with runtime.transaction() as (session, now):
        return carry_out(
            session, supervision_id, SupervisionStep(step), send_announcement_notice, now=now
        )
