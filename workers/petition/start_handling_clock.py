"""起算办理期限 - 《信访工作条例》第三十四条."""

from pyzeebe import ZeebeTaskRouter

from law.instants import SHANGHAI
from records.ledger import open_clock
from workers import runtime
from workers.cases import petition_of
from workers.errors import NotClassified

HANDLING = "D05"

router = ZeebeTaskRouter()


@router.task(task_type="start_handling_clock", timeout_ms=runtime.LEASE_MS)
def start_handling_clock(petition_id: str) -> dict[str, str | None]:
    """Open the clock of the handling period; here the day of dispatch counts as 受理之日."""
    with runtime.transaction() as (session, now):
        petition = petition_of(session, petition_id)
        if petition.dispatched_at is None:
            raise NotClassified
        clock = open_clock(
            session,
            petition_id=petition_id,
            code=HANDLING,
            started_on=petition.dispatched_at.astimezone(SHANGHAI).date(),
            actor="engine",
            now=now,
        )
        next_alert_at = clock.next_alert_at.isoformat() if clock.next_alert_at else None
        return {"handling_clock_id": clock.id, "handling_next_alert_at": next_alert_at}
