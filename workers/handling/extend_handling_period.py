"""延长办理期限 - 《信访工作条例》第三十四条."""

from pyzeebe import ZeebeTaskRouter

from law.errors import EntryRefused
from records import audit
from records.ledger import ENGINE, extend_clock
from records.models import ExtensionRequest
from workers import runtime
from workers.cases import matter_of

router = ZeebeTaskRouter()


@router.task(task_type="extend_handling_period", timeout_ms=runtime.LEASE_MS)
def extend_handling_period(extension_id: str, handling_clock_id: str) -> dict[str, bool]:
    """Extend the period as the leader approved; or note that the law refuses it by now.

    Between approval and this step the last day may pass, or the opinion be issued.
    """
    with runtime.transaction() as (session, now):
        request = session.get_one(ExtensionRequest, extension_id, with_for_update=True)
        if not request.is_approved:
            return {"is_extended": False}
        try:
            extend_clock(
                session,
                clock_id=handling_clock_id,
                days=request.days,
                reason=request.reason,
                actor=request.decided_by or ENGINE,
                now=now,
                key=request.id,
            )
        except EntryRefused as refused:
            request.is_approved = False
            audit.record(
                session,
                now=now,
                actor=ENGINE,
                action="refuse_extension",
                petition_id=matter_of(session, request.matter_id).petition_id,
                extension=request.id,
                reason=type(refused).__name__,
            )
        return {"is_extended": request.is_approved}
