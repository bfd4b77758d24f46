"""登记复查、复核请求 - 《信访工作条例》第三十五条、第三十六条第一款."""

from pyzeebe import Job, ZeebeTaskRouter

from records.review_facts import admissibility_facts, reviewed_unit
from records.reviews import carry
from workers import runtime
from workers.errors import RepeatedStart
from workers.matter_clocks import named, open_for
from workers.notices.register_review import register_review_notice
from workers.reviews import ACCEPTANCE, issue_in_review, review_case

router = ZeebeTaskRouter()


@router.task(task_type="register_review", timeout_ms=runtime.LEASE_MS)
def register_review(job: Job, review_id: str) -> dict[str, str | bool | None]:
    """Note that this instance carries the request, open D15, and tell the table its facts.

    `unit` is whose opinion is reviewed.
    """
    with runtime.transaction() as (session, now):
        if not carry(session, review_id, job.process_instance_key):
            raise RepeatedStart
        case = review_case(session, review_id)
        clock = open_for(session, case.matter, ACCEPTANCE, case.review.requested_on, now)
        notice = register_review_notice(session, case.petition, case.matter, case.review)
        issue_in_review(session, case, notice, now, addressee="unit")
        return {
            "unit": reviewed_unit(session, case.matter, case.review),
            **named("examination", clock),
            **admissibility_facts(session, case.matter, case.review),
        }
