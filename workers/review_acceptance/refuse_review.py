"""不予受理复查、复核请求 - 《信访工作条例》第三十五条、第三十六条."""

from pyzeebe import ZeebeTaskRouter

from law.review import ReviewState
from records.clocks.many import meet_all
from workers import runtime
from workers.notices.refuse_review import refuse_review_notice
from workers.reviews import ACCEPTANCE, issue_in_review, review_case

router = ZeebeTaskRouter()


@router.task(task_type="refuse_review", timeout_ms=runtime.LEASE_MS)
def refuse_review(review_id: str) -> dict[str, bool]:
    """Tell the petitioner by which rule the request is not taken on; the opinion stands."""
    with runtime.transaction() as (session, now):
        case = review_case(session, review_id)
        notice = refuse_review_notice(session, case.petition, case.matter, case.review)
        issue_in_review(session, case, notice, now)
        meet_all(session, matter_id=case.matter.id, codes=(ACCEPTANCE,), now=now)
        # One that was withdrawn meanwhile stays so.
        if case.review.state.is_open:
            case.review.state, case.review.ended_at = ReviewState.refused, now
        return {"is_review_accepted": False}
