"""出具结果告知单 - 《信访工作条例》第三十一条第五项."""

from pyzeebe import ZeebeTaskRouter

from records.models.matter import MatterEnd
from workers import runtime
from workers.cases import matter_of, petition_of, unit_of
from workers.notices.notice import issue
from workers.notices.send_duty_answer import send_duty_answer_notice

router = ZeebeTaskRouter()


@router.task(task_type="send_duty_answer", timeout_ms=runtime.LEASE_MS)
def send_duty_answer(matter_id: str) -> None:
    """Issue what the unit did, or why it did not: this answers the matter."""
    with runtime.transaction() as (session, now):
        matter = matter_of(session, matter_id)
        petition = petition_of(session, matter.petition_id)
        unit = unit_of(session, matter.unit_id)
        notice = send_duty_answer_notice(session, petition, matter)
        issue(session, notice, petition=petition, matter=matter, unit=unit, now=now)
        matter.end = MatterEnd.answered
