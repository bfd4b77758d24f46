"""转送有权处理的单位 - 《信访工作条例》第二十二条."""

from pyzeebe import ZeebeTaskRouter

from records import audit
from records.models.petition import Category
from workers import runtime
from workers.cases import petition_of
from workers.errors import NotClassified

router = ZeebeTaskRouter()


@router.task(task_type="dispatch_petition", timeout_ms=runtime.LEASE_MS)
def dispatch_petition(petition_id: str, proposed_category: str | None = None) -> None:
    """Record the hand-over to the unit that was decided, and what the table had proposed."""
    with runtime.transaction() as (session, now):
        petition = petition_of(session, petition_id)
        if petition.unit_id is None or petition.category is None:
            raise NotClassified
        petition.proposed_category = Category(proposed_category) if proposed_category else None
        if petition.dispatched_at is None:
            petition.dispatched_at = now
            audit.record(
                session,
                now=now,
                actor="engine",
                action="dispatch_petition",
                petition_id=petition_id,
                unit=petition.unit_id,
            )
