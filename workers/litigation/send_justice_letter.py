"""转送政法部门 - 《信访工作条例》第二十二条第二款."""

from functools import partial

from pyzeebe import ZeebeTaskRouter

from records.models.matter import MatterEnd
from workers import runtime
from workers.cases import matter_of, petition_of, unit_of
from workers.notices.notice import issue
from workers.notices.send_justice_letter import (
    send_justice_letter_letter,
    send_justice_letter_notice,
)

router = ZeebeTaskRouter()


@router.task(task_type="send_justice_letter", timeout_ms=runtime.LEASE_MS)
def send_justice_letter(matter_id: str) -> None:
    """Send what came in writing to the organ of justice, and tell the petitioner."""
    with runtime.transaction() as (session, now):
        matter = matter_of(session, matter_id)
        petition = petition_of(session, matter.petition_id)
        bureau = unit_of(session, petition.bureau_id)
        send = partial(issue, session, petition=petition, matter=matter, unit=bureau, now=now)
        send(send_justice_letter_letter(session, petition, matter), addressee="organ")
        if petition.is_name_clear:
            send(send_justice_letter_notice(session, petition, matter))
        matter.end = MatterEnd.guided
