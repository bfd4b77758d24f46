"""重新办理完毕 - 《信访工作条例》第三十五条."""

from pyzeebe import ZeebeTaskRouter

from records.clocks.append import view_of
from records.clocks.find import running
from records.clocks.ledgers import read_ledger
from records.clocks.terms import Terms
from workers import runtime
from workers.matter_clocks import named
from workers.reviews import review_case

WINDOW = "D07"

router = ZeebeTaskRouter()


@router.task(task_type="close_rehandling", timeout_ms=runtime.LEASE_MS)
def close_rehandling(review_id: str) -> dict[str, str | None]:
    """The new opinion is out and served: it stands for the first one, and may be reviewed again."""
    with runtime.transaction() as (session, now):
        case = review_case(session, review_id)
        matter, petition = case.matter, case.petition
        if petition.answer in (None, case.review.old_answer):
            petition.outcome, petition.answer = matter.outcome, matter.answer
        found = running(session, matter_id=matter.id, codes=(WINDOW,))
        window = found[0] if found else None
        state = Terms(session).state(read_ledger(session, window)) if window else None
        return named("request", view_of(window, state, now) if window and state else None)
