"""记录撤回 - 《信访工作条例》第十七条、第二十一条."""

from pyzeebe import ZeebeTaskRouter

from records import audit
from records.clocks.many import withdraw_all
from records.matters import matters_of
from records.models.matter import MatterEnd
from records.models.petition import PetitionEnd
from workers import runtime
from workers.cases import petition_of

REASON = "信访人撤回"

router = ZeebeTaskRouter()


@router.task(task_type="record_withdrawal", timeout_ms=runtime.LEASE_MS)
def record_withdrawal(petition_id: str) -> dict[str, str]:
    """The petition was withdrawn before it went anywhere: nothing of it runs any more."""
    with runtime.transaction() as (session, now):
        petition = petition_of(session, petition_id)
        if petition.end is None:
            petition.end = PetitionEnd.withdrawn
            withdraw_all(session, petition_id=petition_id, reason=REASON, now=now)
            for matter in matters_of(session, petition_id):
                if matter.end is None:
                    matter.end, matter.ended_at = MatterEnd.withdrawn, now
            audit.record(
                session,
                now=now,
                actor="engine",
                action="record_withdrawal",
                petition_id=petition_id,
            )
        return {"petition_end": petition.end.value}
