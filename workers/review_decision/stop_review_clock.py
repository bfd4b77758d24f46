"""停止计算复查、复核期限 - 《信访工作条例》第三十五条、第三十六条第一款."""

from pyzeebe import ZeebeTaskRouter

from records.clocks.many import meet_all
from workers import runtime
from workers.reviews import DECISIONS, review_case

router = ZeebeTaskRouter()


@router.task(task_type="stop_review_clock", timeout_ms=runtime.LEASE_MS)
def stop_review_clock(review_id: str) -> None:
    """Record that the period for the opinion was met: it is out."""
    with runtime.transaction() as (session, now):
        case = review_case(session, review_id)
        code = DECISIONS[case.review.level]
        meet_all(session, matter_id=case.matter.id, codes=(code,), now=now)
