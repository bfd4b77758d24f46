"""再次转送 - 《信访工作条例》第二十二条、第二十三条第三款、第二十四条第一款."""

from pyzeebe import ZeebeTaskRouter

from records.clocks.many import meet_all
from workers import runtime
from workers.cases import is_lower_bureau, matter_of, petition_of, unit_of
from workers.notices.dispatch_again import dispatch_again_letter, dispatch_again_notice
from workers.sending import send_on, tell_where

FORWARDING = "D01"

router = ZeebeTaskRouter()


@router.task(task_type="dispatch_again", timeout_ms=runtime.LEASE_MS)
def dispatch_again(matter_id: str, unit: str) -> dict[str, str | bool]:
    """Send the matter to the unit `unit`, which may be the one that had it, and say so."""
    with runtime.transaction() as (session, now):
        matter = matter_of(session, matter_id)
        # Taken back it has no day of receipt: with one, it was dispatched before.
        if matter.received_on is None:
            petition = petition_of(session, matter.petition_id)
            bureau = unit_of(session, petition.bureau_id)
            send_on(session, petition, matter, unit, action="dispatch_again", now=now)
            letter = dispatch_again_letter(session, petition, matter)
            notice = dispatch_again_notice(session, petition, matter)
            tell_where(session, petition, matter, letter, notice, sender=bureau, now=now)
            meet_all(session, matter_id=matter_id, codes=(FORWARDING,), now=now)
        return {
            "unit": matter.unit_id,
            "is_lower_bureau": is_lower_bureau(session, matter.unit_id),
        }
