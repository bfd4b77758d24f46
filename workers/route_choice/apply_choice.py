"""记录选择 - 《信访工作条例》第三十一条."""

from pyzeebe import ZeebeTaskRouter

from law.decision_facts import RouteChoice
from records.clocks.many import meet_all
from workers import runtime
from workers.cases import matter_of

CHOICE = ("D24",)

router = ZeebeTaskRouter()


@router.task(task_type="apply_choice", timeout_ms=runtime.LEASE_MS)
def apply_choice(matter_id: str) -> dict[str, str]:
    """What the petitioner chose in time, or that nothing was chosen: then the table decides."""
    with runtime.transaction() as (session, now):
        matter = matter_of(session, matter_id)
        if matter.chosen_route is None:
            matter.chosen_route = RouteChoice.not_made.value
        # A window that has passed has ended by itself.
        meet_all(session, matter_id=matter_id, codes=CHOICE, now=now)
        return {"chosen_route": matter.chosen_route}
