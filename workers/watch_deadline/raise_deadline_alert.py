"""发出期限提醒 - 《信访工作条例》第三十四条、第四十条."""

from pyzeebe import ZeebeTaskRouter

from records.ledger import raise_alerts
from workers import runtime

router = ZeebeTaskRouter()


@router.task(task_type="raise_deadline_alert", timeout_ms=runtime.LEASE_MS)
def raise_deadline_alert(clock_id: str) -> dict[str, str | bool | None]:
    """Record what is due by now and tell the watcher when to look again, if at all."""
    with runtime.transaction() as (session, now):
        clock = raise_alerts(session, clock_id=clock_id, now=now)
        next_alert_at = clock.next_alert_at.isoformat() if clock.next_alert_at else None
        return {"next_alert_at": next_alert_at, "is_clock_running": clock.is_running}
