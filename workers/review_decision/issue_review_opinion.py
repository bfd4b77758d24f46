"""出具复查、复核意见书 - 《信访工作条例》第三十五条、第三十六条第一款."""

from pyzeebe import ZeebeTaskRouter

from workers import runtime
from workers.cases import day_of
from workers.notices.issue_review_opinion import issue_review_opinion_notice
from workers.reviews import issue_in_review, review_case

router = ZeebeTaskRouter()


@router.task(task_type="issue_review_opinion", timeout_ms=runtime.LEASE_MS)
def issue_review_opinion(review_id: str) -> dict[str, bool]:
    """Issue the signed opinion; it is served apart, with proof. Says if the unit handles anew."""
    with runtime.transaction() as (session, now):
        case = review_case(session, review_id)
        review = case.review
        notice = issue_review_opinion_notice(session, case.petition, case.matter, review)
        issue_in_review(session, case, notice, now)
        if review.issued_on is None and review.outcome is not None:
            review.issued_on, review.ended_at = day_of(now), now
            review.state = review.outcome.state
        return {"must_rehandle": bool(review.outcome and review.outcome.is_handled_anew)}
