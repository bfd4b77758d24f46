"""登记终结 - 《信访工作条例》第三十六条第三款."""

from pyzeebe import ZeebeTaskRouter

from records import audit
from workers import runtime
from workers.errors import NotServed
from workers.reviews import review_case

router = ZeebeTaskRouter()


@router.task(task_type="set_finality", timeout_ms=runtime.LEASE_MS)
def set_finality(review_id: str) -> None:
    """From the day the opinion was received the same facts and reasons are not taken up again."""
    with runtime.transaction() as (session, now):
        review = review_case(session, review_id).review
        if review.served_on is None:
            raise NotServed
        if review.final_on is None:
            review.final_on = review.served_on
            audit.record(
                session,
                now=now,
                actor="engine",
                action="set_finality",
                petition_id=review.petition_id,
                review=review.id,
            )
