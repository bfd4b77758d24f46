"""登记直接提出的诉求 - 《信访工作条例》第二十三条."""

from pyzeebe import ZeebeTaskRouter

from records import audit
from records.matter_opening import open_direct
from records.matters import matters_of
from workers import runtime
from workers.cases import petition_of
from workers.matter_items import MatterItem, item_of

router = ZeebeTaskRouter()


@router.task(task_type="open_direct_matters", timeout_ms=runtime.LEASE_MS)
def open_direct_matters(petition_id: str) -> dict[str, list[MatterItem]]:
    """One matter for each claim, received by the unit on the day of the petition."""
    with runtime.transaction() as (session, now):
        petition = petition_of(session, petition_id)
        matters = matters_of(session, petition_id)
        if not matters:
            matters = open_direct(session, petition)
            petition.unit_id = petition.bureau_id
            petition.category = matters[0].category
            petition.is_sealed = all(matter.is_sealed for matter in matters)
            audit.record(
                session,
                now=now,
                actor="engine",
                action="open_direct_matters",
                petition_id=petition_id,
            )
        return {"matters": [item_of(session, matter) for matter in matters]}
