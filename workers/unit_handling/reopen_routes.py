"""重新开放途径 - 《信访工作条例》第三十一条."""

from pyzeebe import ZeebeTaskRouter

from records import audit
from records.matters import set_facts
from workers import runtime
from workers.cases import matter_of
from workers.notices.routes import words_of

router = ZeebeTaskRouter()


@router.task(task_type="reopen_routes", timeout_ms=runtime.LEASE_MS)
def reopen_routes(matter_id: str) -> None:
    """The legal procedure did not take the matter up: that route is closed, the others are not.

    The unit examines it anew, in a round of its own, so that it tells the petitioner again.
    """
    with runtime.transaction() as (session, now):
        matter = matter_of(session, matter_id)
        closed = words_of(matter.route)
        # Without a route the matter is examined already.
        if closed is not None and matter.route is not None:
            set_facts(session, matter_id, {closed.fact: None})
            audit.record(
                session,
                now=now,
                actor="engine",
                action="reopen_routes",
                petition_id=matter.petition_id,
                matter=matter.ordinal,
                route=matter.route.value,
            )
            matter.route = matter.procedure = None
            matter.round += 1
