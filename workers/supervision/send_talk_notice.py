"""发出约谈通知书 - 《信访工作条例》第三十九条."""

from pyzeebe import ZeebeTaskRouter

from law.decision_words import SupervisionStep
from workers import runtime
from workers.measures import carry_out
from workers.notices.send_talk_notice import send_talk_notice_notice

router = ZeebeTaskRouter()


@router.task(task_type="send_talk_notice", timeout_ms=runtime.LEASE_MS)
def send_talk_notice(supervision_id: str) -> dict[str, str]:
    """The unit is told when and where it is talked to."""
    with runtime.transaction() as (session, now):
        return carry_out(
            session, supervision_id, SupervisionStep.talk, send_talk_notice_notice, now=now
        )
