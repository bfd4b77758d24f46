"""出具转送函 - 《信访工作条例》第二十二条、第三十条."""

from pyzeebe import ZeebeTaskRouter

from records import audit
from records.models.matter import MatterEnd
from workers import runtime
from workers.cases import matter_of, petition_of, unit_of
from workers.notices.notice import issue
from workers.notices.record_report_transfer import record_report_transfer_notice

router = ZeebeTaskRouter()


@router.task(task_type="record_report_transfer", timeout_ms=runtime.LEASE_MS)
def record_report_transfer(matter_id: str) -> None:
    """The report goes to the organ in charge; which one, only task and letter say."""
    with runtime.transaction() as (session, now):
        matter = matter_of(session, matter_id)
        if matter.end is not None:
            return
        petition = petition_of(session, matter.petition_id)
        issue(
            session,
            record_report_transfer_notice(session, petition, matter),
            petition=petition,
            matter=matter,
            unit=unit_of(session, petition.bureau_id),
            now=now,
            addressee="organ",
        )
        matter.end, matter.dispatched_at = MatterEnd.handed_over, now
        audit.record(
            session,
            now=now,
            actor="engine",
            action="record_report_transfer",
            petition_id=matter.petition_id,
            matter=matter.ordinal,
        )
