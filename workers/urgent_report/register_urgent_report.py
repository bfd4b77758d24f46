"""登记重大紧急情况 - 《信访工作条例》第二十五条."""

from pyzeebe import Job, ZeebeTaskRouter

from law.instants import SHANGHAI
from records.urgent import get_report
from workers import runtime
from workers.errors import RepeatedStart

router = ZeebeTaskRouter()


@router.task(task_type="register_urgent_report", timeout_ms=runtime.LEASE_MS)
def register_urgent_report(job: Job, urgent_id: str) -> dict[str, str]:
    """Note that this instance carries the report; until when it is due by telephone and in writing.

    Raises RepeatedStart where another instance carries it.
    """
    with runtime.transaction() as (session, _):
        report = get_report(session, urgent_id)
        if report.instance_key is None:
            report.instance_key = job.process_instance_key
        if report.instance_key != job.process_instance_key:
            raise RepeatedStart
        return {
            "phone_due_at": report.phone_due_at.astimezone(SHANGHAI).isoformat(),
            "written_due_at": report.written_due_at.astimezone(SHANGHAI).isoformat(),
        }
