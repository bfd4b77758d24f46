"""恢复审查 - 《信访工作条例》第三十五条、第三十六条第一款；补正后重新起算为本单位设定."""

from pyzeebe import ZeebeTaskRouter

from records.clocks.many import meet_all
from records.review_facts import admissibility_facts
from workers import runtime
from workers.cases import day_of
from workers.matter_clocks import named, open_for
from workers.reviews import ACCEPTANCE, COMPLETION, review_case

router = ZeebeTaskRouter()


@router.task(task_type="resume_examination", timeout_ms=runtime.LEASE_MS)
def resume_examination(review_id: str) -> dict[str, str | bool | None]:
    """What lacked was handed in, or its period is over: the request is looked at again."""
    with runtime.transaction() as (session, now):
        case = review_case(session, review_id)
        meet_all(session, matter_id=case.matter.id, codes=(COMPLETION,), now=now)
        started_on = case.review.completed_on or day_of(now)
        clock = open_for(session, case.matter, ACCEPTANCE, started_on, now)
        return {
            **named("examination", clock),
            **admissibility_facts(session, case.matter, case.review),
        }
