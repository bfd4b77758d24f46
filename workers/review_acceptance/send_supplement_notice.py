"""通知补正 - 《信访工作条例》第三十五条、第三十六条第一款；期限为本单位设定."""

from pyzeebe import ZeebeTaskRouter

from records.clocks.many import meet_all
from workers import runtime
from workers.cases import day_of
from workers.matter_clocks import named, open_for
from workers.notices.send_supplement_notice import send_supplement_notice_notice
from workers.reviews import ACCEPTANCE, COMPLETION, issue_in_review, review_case

router = ZeebeTaskRouter()


@router.task(task_type="send_supplement_notice", timeout_ms=runtime.LEASE_MS)
def send_supplement_notice(review_id: str) -> dict[str, str | None]:
    """Say once what lacks and until when; meanwhile the unit is not late."""
    with runtime.transaction() as (session, now):
        case = review_case(session, review_id)
        review = case.review
        asked_on = review.completion_asked_on or day_of(now)
        review.completion_asked_on = asked_on
        meet_all(session, matter_id=case.matter.id, codes=(ACCEPTANCE,), now=now)
        clock = open_for(session, case.matter, COMPLETION, asked_on, now)
        notice = send_supplement_notice_notice(session, case.petition, case.matter, review)
        issue_in_review(session, case, notice, now)
        return named("supplement", clock)
