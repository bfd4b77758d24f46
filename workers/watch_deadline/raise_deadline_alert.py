"""发出期限提醒 - 《信访工作条例》第三十四条、第四十条."""

from pyzeebe import ZeebeTaskRouter

from records.ledger import raise_alerts
from records.notifications.clocks import tell_alerts
from records.supervisions.breaches import breach_without_supervision
from workers import runtime
from workers.cases import alert_at

router = ZeebeTaskRouter()


@router.task(task_type="raise_deadline_alert", timeout_ms=runtime.LEASE_MS)
def raise_deadline_alert(clock_id: str) -> dict[str, str | bool | None]:
    """Record what is due by now and tell the watcher when to look again, if at all.

    A breach is new until its supervision is open, so that a job that comes again says so again.
    """
    with runtime.transaction() as (session, now):
        clock = raise_alerts(session, clock_id=clock_id, now=now)
        tell_alerts(session, clock_id, now=now)
        return {
            "next_alert_at": alert_at(clock),
            "is_clock_running": clock.is_running,
            "is_newly_breached": breach_without_supervision(session, clock_id),
        }
