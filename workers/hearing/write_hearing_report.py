"""制作听证报告 - 《信访工作条例》第三十一条第六项、第三十六条第二款."""

from pyzeebe import ZeebeTaskRouter

from workers import runtime
from workers.hearings import issue_about_hearing
from workers.notices.write_hearing_report import write_hearing_report_notice

router = ZeebeTaskRouter()


@router.task(task_type="write_hearing_report", timeout_ms=runtime.LEASE_MS)
def write_hearing_report(matter_id: str, unit: str) -> None:
    """Issue the report with the conclusion, which the opinion takes into account."""
    issue_about_hearing(matter_id, unit, write_hearing_report_notice)
