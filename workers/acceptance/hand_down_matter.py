"""转下属单位 - 《信访工作条例》第二十三条第一款、第三款."""

from pyzeebe import ZeebeTaskRouter

from records.clocks.many import meet_all, withdraw_all
from workers import runtime
from workers.cases import is_lower_bureau, matter_of, petition_of, unit_of
from workers.notices.hand_down_matter import hand_down_matter_letter, hand_down_matter_notice
from workers.sending import send_on, tell_where

TELLING, OTHERS = ("D02", "D03"), ("D04", "D12")

router = ZeebeTaskRouter()


@router.task(task_type="hand_down_matter", timeout_ms=runtime.LEASE_MS)
def hand_down_matter(matter_id: str, unit: str) -> dict[str, str | bool]:
    """Send the matter to the subordinate unit `unit`, and tell the petitioner where it went."""
    with runtime.transaction() as (session, now):
        matter = matter_of(session, matter_id)
        # The unit changes with everything else here: where it has changed, all is done.
        if matter.unit_id != unit:
            petition = petition_of(session, matter.petition_id)
            sender = unit_of(session, matter.unit_id)
            send_on(session, petition, matter, unit, action="hand_down_matter", now=now)
            matter.is_direct = False
            letter = hand_down_matter_letter(session, petition, matter)
            notice = hand_down_matter_notice(session, petition, matter)
            tell_where(session, petition, matter, letter, notice, sender=sender, now=now)
            meet_all(session, matter_id=matter_id, codes=TELLING, now=now)
            withdraw_all(session, matter_id=matter_id, codes=OTHERS, reason="转下属单位", now=now)
        return {
            "unit": matter.unit_id,
            "is_lower_bureau": is_lower_bureau(session, matter.unit_id),
            "matter_result": "handed_down",
        }
