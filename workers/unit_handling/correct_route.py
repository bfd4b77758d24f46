"""更正途径 - 《信访工作条例》第三十一条、第三十四条."""

from pyzeebe import ZeebeTaskRouter

from records import audit
from records.clocks.many import withdraw_all
from workers import runtime
from workers.cases import matter_of

WORK = ("D05", "D13", "D18")

router = ZeebeTaskRouter()


@router.task(task_type="correct_route", timeout_ms=runtime.LEASE_MS)
def correct_route(matter_id: str) -> dict[str, str]:
    """The route was wrong: what runs by it is withdrawn, and the matter is examined anew.

    The clock of the right route counts from acceptance or receipt as if it had been right from the
    start (law.reclassification), in a round of its own, so that the petitioner is told again.
    Returns the unit that has the matter: the bureau may have given it to another.
    """
    with runtime.transaction() as (session, now):
        matter = matter_of(session, matter_id)
        # Without a route the matter is examined already.
        if matter.route is not None:
            audit.record(
                session,
                now=now,
                actor="engine",
                action="correct_route",
                petition_id=matter.petition_id,
                matter=matter.ordinal,
                route=matter.route.value,
            )
            withdraw_all(session, matter_id=matter_id, codes=WORK, reason="途径已更正", now=now)
            matter.route = matter.procedure = None
            matter.round += 1
        return {"unit": matter.unit_id}
