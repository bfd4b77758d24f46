"""告知不予受理 - 《信访工作条例》第二十三条第一款、第二款."""

from pyzeebe import ZeebeTaskRouter

from records.clocks.many import meet_all, withdraw_all
from records.models.matter import MatterEnd
from workers import runtime
from workers.cases import matter_of, petition_of, unit_of
from workers.notices.notice import issue
from workers.notices.refuse_matter import refuse_matter_notice

TELLING, SIMPLE_ACCEPTANCE = ("D02",), ("D12",)

router = ZeebeTaskRouter()


@router.task(task_type="refuse_matter", timeout_ms=runtime.LEASE_MS)
def refuse_matter(matter_id: str) -> dict[str, str]:
    """The unit that was asked has no power: tell the petitioner who has, by name where clear."""
    with runtime.transaction() as (session, now):
        matter = matter_of(session, matter_id)
        petition = petition_of(session, matter.petition_id)
        matter.end = MatterEnd.refused
        if petition.is_name_clear:
            unit = unit_of(session, matter.unit_id)
            notice = refuse_matter_notice(session, petition, matter)
            issue(session, notice, petition=petition, matter=matter, unit=unit, now=now)
        meet_all(session, matter_id=matter_id, codes=TELLING, now=now)
        withdraw_all(
            session, matter_id=matter_id, codes=SIMPLE_ACCEPTANCE, reason="不予受理", now=now
        )
        return {"matter_result": "refused"}
