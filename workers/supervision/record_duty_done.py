"""记录已履行并销号 - 《信访工作条例》第四十条."""

from pyzeebe import ZeebeTaskRouter

from records.models.supervision import SupervisionEnd
from records.supervisions.find import supervision_of
from records.supervisions.ladder import close
from workers import runtime

router = ZeebeTaskRouter()


@router.task(task_type="record_duty_done", timeout_ms=runtime.LEASE_MS)
def record_duty_done(supervision_id: str) -> None:
    """The duty was done before a letter went out: nothing is left to supervise.

    That it was late stays on record.
    """
    with runtime.transaction() as (session, now):
        close(session, supervision_of(session, supervision_id), SupervisionEnd.done, now=now)
