"""记录移送 - 《信访工作条例》第三十条."""

from pyzeebe import ZeebeTaskRouter

from records import audit
from records.models.matter import MatterEnd
from workers import runtime
from workers.cases import matter_of

router = ZeebeTaskRouter()


@router.task(task_type="record_report_transfer", timeout_ms=runtime.LEASE_MS)
def record_report_transfer(matter_id: str) -> None:
    """The report is with the organ in charge; which one, only its task says."""
    with runtime.transaction() as (session, now):
        matter = matter_of(session, matter_id)
        if matter.end is None:
            matter.end, matter.dispatched_at = MatterEnd.handed_over, now
            audit.record(
                session,
                now=now,
                actor="engine",
                action="record_report_transfer",
                petition_id=matter.petition_id,
                matter=matter.ordinal,
            )
