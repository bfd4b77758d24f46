"""告知导入程序 - 《信访工作条例》第三十一条第一项至第四项."""

from functools import partial

from pyzeebe import ZeebeTaskRouter

from workers import runtime
from workers.cases import matter_of, petition_of, unit_of
from workers.notices.notice import issue
from workers.notices.send_import_notice import send_import_notice_letter, send_import_notice_notice

router = ZeebeTaskRouter()


@router.task(task_type="send_import_notice", timeout_ms=runtime.LEASE_MS)
def send_import_notice(matter_id: str) -> None:
    """Send the matter to who acts in the legal procedure, and tell the petitioner of it."""
    with runtime.transaction() as (session, now):
        matter = matter_of(session, matter_id)
        petition = petition_of(session, matter.petition_id)
        unit = unit_of(session, matter.unit_id)
        send = partial(issue, session, petition=petition, matter=matter, unit=unit, now=now)
        send(send_import_notice_letter(session, petition, matter), addressee="organ")
        if petition.is_name_clear:
            send(send_import_notice_notice(session, petition, matter))
