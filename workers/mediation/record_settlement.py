"""登记调解结果 - 《信访工作条例》第三十三条."""

from pyzeebe import ZeebeTaskRouter

from law.mediation import CLOCKS, PERFORMANCE
from records.clocks.many import meet_all, withdraw_all
from records.mediations import current_mediation
from records.models.matter import MatterEnd
from workers import runtime
from workers.cases import matter_of

REASON = "调解已结束"

router = ZeebeTaskRouter()


@router.task(task_type="record_settlement", timeout_ms=runtime.LEASE_MS)
def record_settlement(matter_id: str) -> dict[str, bool]:
    """An agreement that was performed ends the matter; one that was not leaves it to an opinion."""
    with runtime.transaction() as (session, now):
        matter = matter_of(session, matter_id)
        is_settled = bool(current_mediation(session, matter_id).is_performed)
        if is_settled:
            meet_all(session, matter_id=matter_id, codes=(PERFORMANCE,), now=now)
            matter.end = matter.end or MatterEnd.settled
        withdraw_all(session, matter_id=matter_id, codes=CLOCKS, reason=REASON, now=now)
        return {"is_settled": is_settled}
