"""受理复查、复核请求 - 《信访工作条例》第三十五条、第三十六条第一款."""

from pyzeebe import ZeebeTaskRouter

from records.clocks.many import meet_all
from workers import runtime
from workers.cases import day_of
from workers.matter_clocks import named, open_for
from workers.notices.accept_review import accept_review_notice
from workers.reviews import ACCEPTANCE, DECISIONS, issue_in_review, review_case

router = ZeebeTaskRouter()


@router.task(task_type="accept_review", timeout_ms=runtime.LEASE_MS)
def accept_review(review_id: str) -> dict[str, str | bool | None]:
    """Tell the petitioner; the opinion is due thirty days from receipt of the request."""
    with runtime.transaction() as (session, now):
        case = review_case(session, review_id)
        review, matter = case.review, case.matter
        review.accepted_on = review.accepted_on or day_of(now)
        meet_all(session, matter_id=matter.id, codes=(ACCEPTANCE,), now=now)
        clock = open_for(session, matter, DECISIONS[review.level], review.requested_on, now)
        notice = accept_review_notice(session, case.petition, matter, review)
        issue_in_review(session, case, notice, now)
        return {"is_review_accepted": True, **named("decision", clock)}
