"""转送并告知去向 - 《信访工作条例》第二十二条第一款第二项、第二十三条."""

from pyzeebe import ZeebeTaskRouter

from records.clocks.many import meet_all
from workers import runtime
from workers.cases import is_lower_bureau, matter_of, petition_of, unit_of
from workers.notices.pass_on_matter import pass_on_matter_letter, pass_on_matter_notice
from workers.sending import send_on, tell_where

SHARES = ("D01a", "D14")

router = ZeebeTaskRouter()


@router.task(task_type="pass_on_matter", timeout_ms=runtime.LEASE_MS)
def pass_on_matter(matter_id: str, unit: str) -> dict[str, str | bool]:
    """The lower bureau sends the matter to the unit `unit`, and tells the petitioner."""
    with runtime.transaction() as (session, now):
        matter = matter_of(session, matter_id)
        # The unit changes with everything else here: where it has changed, all is done.
        if matter.unit_id != unit:
            petition = petition_of(session, matter.petition_id)
            bureau = unit_of(session, matter.unit_id)
            send_on(session, petition, matter, unit, action="pass_on_matter", now=now)
            letter = pass_on_matter_letter(session, petition, matter)
            notice = pass_on_matter_notice(session, petition, matter)
            tell_where(session, petition, matter, letter, notice, sender=bureau, now=now)
            meet_all(session, matter_id=matter_id, codes=SHARES, now=now)
        return {
            "unit": matter.unit_id,
            "is_lower_bureau": is_lower_bureau(session, matter.unit_id),
        }
