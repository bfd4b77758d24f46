"""销号 - 《信访工作条例》第四十条."""

from pyzeebe import ZeebeTaskRouter

from records.supervisions.find import supervision_of
from records.supervisions.ladder import close, end_of
from workers import runtime

router = ZeebeTaskRouter()


@router.task(task_type="close_supervision", timeout_ms=runtime.LEASE_MS)
def close_supervision(supervision_id: str) -> None:
    """Close the supervision, and say why; the case goes its own way."""
    with runtime.transaction() as (session, now):
        row = supervision_of(session, supervision_id)
        close(session, row, end_of(session, row), now=now)
