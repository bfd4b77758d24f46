"""起算分送期限 - 《信访工作条例》第二十二条第一款."""

from pyzeebe import ZeebeTaskRouter

from records.ledger import ENGINE, open_clock
from workers import runtime
from workers.cases import petition_of
from workers.matter_clocks import named

FORWARDING = "D01"

router = ZeebeTaskRouter()


@router.task(task_type="start_dispatch_clock", timeout_ms=runtime.LEASE_MS)
def start_dispatch_clock(petition_id: str) -> dict[str, str | None]:
    """Open the clock of forwarding; it counts from the day the bureau received the petition."""
    with runtime.transaction() as (session, now):
        petition = petition_of(session, petition_id)
        clock = open_clock(
            session,
            petition_id=petition_id,
            code=FORWARDING,
            started_on=petition.received_on,
            actor=ENGINE,
            now=now,
        )
        return named("dispatch", clock)
