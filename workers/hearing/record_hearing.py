"""制作听证笔录 - 《信访工作条例》第三十一条第六项."""

from pyzeebe import ZeebeTaskRouter

from records.hearings import current_hearing
from workers import runtime
from workers.cases import matter_of, petition_of, unit_of
from workers.notices.notice import issue
from workers.notices.record_hearing import record_hearing_notice

router = ZeebeTaskRouter()


@router.task(task_type="record_hearing", timeout_ms=runtime.LEASE_MS)
def record_hearing(matter_id: str, unit: str) -> None:
    """Put the signed record on file; it stays with the unit that held the hearing."""
    with runtime.transaction() as (session, now):
        matter = matter_of(session, matter_id)
        petition = petition_of(session, matter.petition_id)
        hearing = current_hearing(session, matter_id)
        issue(
            session,
            record_hearing_notice(session, petition, matter, hearing),
            petition=petition,
            matter=matter,
            occasion=hearing.id,
            unit=unit_of(session, unit),
            addressee=unit,
            now=now,
        )
