"""重新办理完毕 - 《信访工作条例》第三十五条."""

from pyzeebe import ZeebeTaskRouter

from records.clocks.append import view_of
from records.clocks.find import running
from records.clocks.ledgers import read_ledger
from records.clocks.terms import Terms
from records.models.matter import MatterEnd
from workers import runtime
from workers.matter_clocks import named
from workers.reviews import review_case

WINDOW = "D07"

router = ZeebeTaskRouter()


@router.task(task_type="close_rehandling", timeout_ms=runtime.LEASE_MS)
def close_rehandling(review_id: str) -> dict[str, str | None]:
    """The new opinion is out and served: the matter ends again, and may be reviewed again."""
    with runtime.transaction() as (session, now):
        matter = review_case(session, review_id).matter
        if matter.ended_at is None:
            matter.ended_at, matter.end = now, matter.end or MatterEnd.answered
        found = running(session, matter_id=matter.id, codes=(WINDOW,))
        window = found[0] if found else None
        state = Terms(session).state(read_ledger(session, window)) if window else None
        return named("request", view_of(window, state, now) if window and state else None)
