"""制作听证报告 - 《信访工作条例》第三十一条第六项、第三十六条第二款."""

from pyzeebe import ZeebeTaskRouter

from records.hearings import current_hearing
from workers import runtime
from workers.cases import matter_of, petition_of, unit_of
from workers.notices.notice import issue
from workers.notices.write_hearing_report import write_hearing_report_notice

router = ZeebeTaskRouter()


@router.task(task_type="write_hearing_report", timeout_ms=runtime.LEASE_MS)
def write_hearing_report(matter_id: str, unit: str) -> None:
    """Issue the report with the conclusion, which the opinion takes into account."""
    with runtime.transaction() as (session, now):
        matter = matter_of(session, matter_id)
        petition = petition_of(session, matter.petition_id)
        hearing = current_hearing(session, matter_id)
        issue(
            session,
            write_hearing_report_notice(session, petition, matter, hearing),
            petition=petition,
            matter=matter,
            occasion=hearing.id,
            unit=unit_of(session, unit),
            now=now,
        )
