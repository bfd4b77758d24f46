"""告知导入结果 - 《信访工作条例》第三十一条第一项至第四项."""

from pyzeebe import ZeebeTaskRouter

from records.models.matter import MatterEnd
from workers import runtime
from workers.cases import matter_of, petition_of, unit_of
from workers.notices.notice import issue
from workers.notices.send_result_notice import send_result_notice_notice

router = ZeebeTaskRouter()


@router.task(task_type="send_result_notice", timeout_ms=runtime.LEASE_MS)
def send_result_notice(matter_id: str) -> dict[str, str]:
    """The legal procedure took the matter up: issue its result, and end the matter here."""
    with runtime.transaction() as (session, now):
        matter = matter_of(session, matter_id)
        petition = petition_of(session, matter.petition_id)
        unit = unit_of(session, matter.unit_id)
        notice = send_result_notice_notice(session, petition, matter)
        issue(session, notice, petition=petition, matter=matter, unit=unit, now=now)
        matter.end = MatterEnd.imported
        return {"matter_result": "imported"}
