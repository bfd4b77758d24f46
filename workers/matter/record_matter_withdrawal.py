"""记录诉求撤回 - 《信访工作条例》第十七条、第二十一条."""

from pyzeebe import ZeebeTaskRouter

from records import audit
from records.clocks.many import withdraw_all
from records.models.matter import MatterEnd
from workers import runtime
from workers.cases import matter_of

REASON = "信访人撤回"

router = ZeebeTaskRouter()


@router.task(task_type="record_matter_withdrawal", timeout_ms=runtime.LEASE_MS)
def record_matter_withdrawal(matter_id: str) -> None:
    """The petitioner withdrew this matter: none of its clocks runs any more."""
    with runtime.transaction() as (session, now):
        matter = matter_of(session, matter_id)
        if matter.ended_at is not None:
            return
        matter.end, matter.ended_at = MatterEnd.withdrawn, now
        withdraw_all(session, matter_id=matter_id, reason=REASON, now=now)
        audit.record(
            session,
            now=now,
            actor="engine",
            action="record_matter_withdrawal",
            petition_id=matter.petition_id,
            matter=matter.ordinal,
        )
