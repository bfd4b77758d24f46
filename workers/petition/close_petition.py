"""办结信访事项 - 《信访工作条例》第二十一条、第三十四条."""

from pyzeebe import ZeebeTaskRouter

from records import audit
from workers import runtime
from workers.cases import petition_of

router = ZeebeTaskRouter()


@router.task(task_type="close_petition", timeout_ms=runtime.LEASE_MS)
def close_petition(petition_id: str) -> None:
    """Record when the case was closed."""
    with runtime.transaction() as (session, now):
        petition = petition_of(session, petition_id)
        if petition.closed_at is None:
            petition.closed_at = now
            audit.record(
                session, now=now, actor="engine", action="close_petition", petition_id=petition_id
            )
