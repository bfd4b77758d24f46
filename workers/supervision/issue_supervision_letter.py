"""发出督办函 - 《信访工作条例》第四十条."""

from pyzeebe import ZeebeTaskRouter

from law.decision_words import SupervisionStep
from workers import runtime
from workers.measures import carry_out
from workers.notices.issue_supervision_letter import issue_supervision_letter_notice

router = ZeebeTaskRouter()


@router.task(task_type="issue_supervision_letter", timeout_ms=runtime.LEASE_MS)
def issue_supervision_letter(supervision_id: str) -> dict[str, str]:
    """The letter that the supervisor has signed goes to the unit."""
    with runtime.transaction() as (session, now):
        return carry_out(
            session,
            supervision_id,
            SupervisionStep.supervision_letter,
            issue_supervision_letter_notice,
            now=now,
        )
