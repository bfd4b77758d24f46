"""回复信访人 - 《信访工作条例》第二十九条."""

from pyzeebe import ZeebeTaskRouter

from records.models.matter import MatterEnd
from workers import runtime
from workers.cases import matter_of, petition_of, unit_of
from workers.notices.notice import issue
from workers.notices.send_suggestion_reply import send_suggestion_reply_notice

router = ZeebeTaskRouter()


@router.task(task_type="send_suggestion_reply", timeout_ms=runtime.LEASE_MS)
def send_suggestion_reply(matter_id: str) -> None:
    """Reply in writing whether the suggestion was adopted, in the name of who studied it."""
    with runtime.transaction() as (session, now):
        matter = matter_of(session, matter_id)
        petition = petition_of(session, matter.petition_id)
        unit = unit_of(session, matter.unit_id)
        notice = send_suggestion_reply_notice(session, petition, matter)
        issue(session, notice, petition=petition, matter=matter, unit=unit, now=now)
        matter.end = MatterEnd.answered
