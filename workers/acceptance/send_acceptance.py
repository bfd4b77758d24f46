"""出具受理告知单 - 《信访工作条例》第二十三条、第三十四条."""

from pyzeebe import ZeebeTaskRouter

from records import audit
from records.clocks.many import meet_all, withdraw_all
from workers import runtime
from workers.cases import day_of, matter_of, petition_of, unit_of
from workers.notices.notice import issue
from workers.notices.send_acceptance import send_acceptance_notice

TELLING, OBJECTION = ("D02", "D03", "D12"), ("D04",)

router = ZeebeTaskRouter()


@router.task(task_type="send_acceptance", timeout_ms=runtime.LEASE_MS)
def send_acceptance(matter_id: str) -> None:
    """Accept: the day is kept once and for all, as handling counts from it; tell the petitioner.

    Whose name or address is unclear is not told (23(2)).
    """
    with runtime.transaction() as (session, now):
        matter = matter_of(session, matter_id)
        petition = petition_of(session, matter.petition_id)
        if matter.accepted_on is None:
            matter.accepted_on = day_of(now)
            audit.record(
                session,
                now=now,
                actor="engine",
                action="send_acceptance",
                petition_id=petition.id,
                matter=matter.ordinal,
                unit=matter.unit_id,
            )
        if petition.is_name_clear:
            unit = unit_of(session, matter.unit_id)
            notice = send_acceptance_notice(session, petition, matter)
            issue(session, notice, petition=petition, matter=matter, unit=unit, now=now)
        meet_all(session, matter_id=matter_id, codes=TELLING, now=now)
        withdraw_all(session, matter_id=matter_id, codes=OBJECTION, reason="已受理", now=now)
