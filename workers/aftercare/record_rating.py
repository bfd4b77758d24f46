"""记录评价 - 《信访工作条例》第二十一条第二款."""

from pyzeebe import ZeebeTaskRouter

from records.clocks.many import meet_all
from workers import runtime

RATING = "D21"

router = ZeebeTaskRouter()


@router.task(task_type="record_rating", timeout_ms=runtime.LEASE_MS)
def record_rating(petition_id: str) -> None:
    """The rating that the petitioner gave is on file: the time to give one is over."""
    with runtime.transaction() as (session, now):
        meet_all(session, petition_id=petition_id, codes=(RATING,), now=now)
