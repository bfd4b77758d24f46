"""报送续报 - 《信访工作条例》第二十五条."""

from pyzeebe import Job, ZeebeTaskRouter

from records.models.urgent import UrgentActKind
from records.urgent import acts_of, get_report, log_act
from workers import runtime
from workers.cases import petition_of, unit_of
from workers.notices.notice import issue
from workers.notices.send_urgent_update import send_urgent_update_notice

router = ZeebeTaskRouter()


@router.task(task_type="send_urgent_update", timeout_ms=runtime.LEASE_MS)
def send_urgent_update(job: Job, urgent_id: str) -> None:
    """Report what is new to all who had the first report; once for each time it was decided."""
    with runtime.transaction() as (session, now):
        report = get_report(session, urgent_id)
        step = str(job.element_instance_key)
        if any(
            one.kind is UrgentActKind.update and one.text == step
            for one in acts_of(session, urgent_id)
        ):
            return
        petition = petition_of(session, report.petition_id)
        report.updates += 1
        issue(
            session,
            send_urgent_update_notice(session, petition, report),
            petition=petition,
            unit=unit_of(session, petition.bureau_id),
            now=now,
            occasion=f"{report.id}.{report.updates}",
            addressee="organ",
        )
        log_act(session, report, UrgentActKind.update, actor="engine", now=now, text=step)
