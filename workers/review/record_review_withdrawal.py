"""记录撤回复查、复核请求 - 《信访工作条例》第三十五条、第三十六条第一款."""

from pyzeebe import ZeebeTaskRouter

from records.clocks.many import withdraw_all
from workers import runtime
from workers.notices.record_review_withdrawal import record_review_withdrawal_notice
from workers.reviews import ACCEPTANCE, COMPLETION, DECISIONS, issue_in_review, review_case

REASON = "撤回复查、复核请求"

router = ZeebeTaskRouter()


@router.task(task_type="record_review_withdrawal", timeout_ms=runtime.LEASE_MS)
def record_review_withdrawal(review_id: str) -> None:
    """The request is taken back: its periods no longer apply, the opinion before it stands."""
    with runtime.transaction() as (session, now):
        case = review_case(session, review_id)
        codes = (ACCEPTANCE, COMPLETION, *DECISIONS.values())
        withdraw_all(session, matter_id=case.matter.id, codes=codes, reason=REASON, now=now)
        notice = record_review_withdrawal_notice(session, case.petition, case.matter, case.review)
        issue_in_review(session, case, notice, now)
