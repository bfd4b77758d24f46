"""提出异议 - 《信访工作条例》第二十三条第三款."""

from pyzeebe import ZeebeTaskRouter

from records.clocks.many import meet_all
from workers import runtime
from workers.cases import matter_of, petition_of, unit_of
from workers.notices.notice import issue
from workers.notices.send_objection import send_objection_notice

OBJECTION = ("D04",)

router = ZeebeTaskRouter()


@router.task(task_type="send_objection", timeout_ms=runtime.LEASE_MS)
def send_objection(matter_id: str) -> None:
    """Issue the unit's objection, with its reasons, to the bureau that sent the matter."""
    with runtime.transaction() as (session, now):
        matter = matter_of(session, matter_id)
        petition = petition_of(session, matter.petition_id)
        issue(
            session,
            send_objection_notice(session, petition, matter),
            petition=petition,
            matter=matter,
            unit=unit_of(session, matter.unit_id),
            addressee="bureau",
            now=now,
        )
        meet_all(session, matter_id=matter_id, codes=OBJECTION, now=now)
