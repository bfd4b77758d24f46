"""记录承办单位 - 《信访工作条例》第二十四条第一款."""

from pyzeebe import ZeebeTaskRouter

from workers import runtime
from workers.cases import matter_of, petition_of, unit_of
from workers.notices.notice import issue
from workers.notices.record_lead_unit import record_lead_unit_notice

router = ZeebeTaskRouter()


@router.task(task_type="record_lead_unit", timeout_ms=runtime.LEASE_MS)
def record_lead_unit(matter_id: str, unit: str) -> dict[str, str]:
    """Issue the record of who leads and how that was settled, addressed to the unit `unit`."""
    with runtime.transaction() as (session, now):
        matter = matter_of(session, matter_id)
        petition = petition_of(session, matter.petition_id)
        bureau = unit_of(session, petition.bureau_id)
        record = record_lead_unit_notice(session, petition, matter)
        issue(
            session,
            record,
            petition=petition,
            matter=matter,
            unit=bureau,
            now=now,
            addressee="unit",
        )
        return {"unit": unit_of(session, unit).id}
