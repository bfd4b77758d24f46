"""登记信访事项 - 《信访工作条例》第二十二条、第二十三条."""

from pyzeebe import Job, ZeebeTaskRouter

from records import audit
from records.petitions import carry
from records.units import BUREAU
from workers import runtime
from workers.cases import petition_of, unit_of
from workers.errors import RepeatedStart

router = ZeebeTaskRouter()


@router.task(task_type="register_petition", timeout_ms=runtime.LEASE_MS)
def register_petition(job: Job, petition_id: str) -> dict[str, bool]:
    """Note that this instance carries the petition, when it was registered, and by whom.

    A bureau forwards what it receives; any other unit handles what was filed with it itself.
    """
    with runtime.transaction() as (session, now):
        if not carry(session, petition_id, job.process_instance_key):
            raise RepeatedStart
        petition = petition_of(session, petition_id)
        if petition.registered_at is None:
            petition.registered_at = now
            audit.record(
                session,
                now=now,
                actor="engine",
                action="register_petition",
                petition_id=petition_id,
            )
        return {"received_by_bureau": unit_of(session, petition.bureau_id).kind == BUREAU}
