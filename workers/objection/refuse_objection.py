"""告知不同意 - 《信访工作条例》第二十三条第三款."""

from pyzeebe import ZeebeTaskRouter

from workers import runtime
from workers.cases import matter_of, petition_of, unit_of
from workers.notices.notice import issue
from workers.notices.refuse_objection import refuse_objection_notice

router = ZeebeTaskRouter()


@router.task(task_type="refuse_objection", timeout_ms=runtime.LEASE_MS)
def refuse_objection(matter_id: str) -> dict[str, bool]:
    """Answer the unit that the matter stays with it; its period to tell the petitioner goes on."""
    with runtime.transaction() as (session, now):
        matter = matter_of(session, matter_id)
        petition = petition_of(session, matter.petition_id)
        matter.is_objection_refused = True
        issue(
            session,
            refuse_objection_notice(session, petition, matter),
            petition=petition,
            matter=matter,
            unit=unit_of(session, petition.bureau_id),
            addressee="unit",
            now=now,
        )
        return {"is_objection_refused": True}
