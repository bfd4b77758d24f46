"""出具引导告知单 - 《信访工作条例》第二十条第二款、第二十二条第二款."""

from pyzeebe import ZeebeTaskRouter

from records.models.matter import MatterEnd
from workers import runtime
from workers.cases import matter_of, petition_of, unit_of
from workers.notices.notice import issue
from workers.notices.send_litigation_guidance import send_litigation_guidance_notice

router = ZeebeTaskRouter()


@router.task(task_type="send_litigation_guidance", timeout_ms=runtime.LEASE_MS)
def send_litigation_guidance(matter_id: str) -> None:
    """Give the visitor in writing what was explained, and to which organ the matter belongs."""
    with runtime.transaction() as (session, now):
        matter = matter_of(session, matter_id)
        petition = petition_of(session, matter.petition_id)
        bureau = unit_of(session, petition.bureau_id)
        notice = send_litigation_guidance_notice(session, petition, matter)
        issue(session, notice, petition=petition, matter=matter, unit=bureau, now=now)
        matter.end = MatterEnd.guided
