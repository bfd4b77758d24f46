"""出具书面答复 - 《信访工作条例》第二十九条至第三十二条、第三十五条."""

from pyzeebe import ZeebeTaskRouter

from workers import runtime
from workers.cases import petition_of, unit_of
from workers.notices.notice import issue
from workers.notices.send_reply import reply_notice

router = ZeebeTaskRouter()


@router.task(task_type="send_reply", timeout_ms=runtime.LEASE_MS)
def send_reply(petition_id: str) -> None:
    """Issue the written answer in the name of the unit that handled the petition."""
    with runtime.transaction() as (session, now):
        petition = petition_of(session, petition_id)
        unit = unit_of(session, petition.unit_id)
        issue(session, reply_notice(session, petition), petition=petition, unit=unit, now=now)
