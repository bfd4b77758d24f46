"""开始督办 - 《信访工作条例》第四十条."""

from pyzeebe import Job, ZeebeTaskRouter

from records.supervisions.start import carry
from workers import runtime
from workers.cases import day_of
from workers.errors import RepeatedStart

router = ZeebeTaskRouter()


@router.task(task_type="begin_supervision", timeout_ms=runtime.LEASE_MS)
def begin_supervision(job: Job, supervision_id: str) -> None:
    """Note that this instance carries the supervision; one too many ends itself."""
    with runtime.transaction() as (session, now):
        if not carry(session, supervision_id, job.process_instance_key, day_of(now)):
            raise RepeatedStart
