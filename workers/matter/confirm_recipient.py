"""确认收件单位 - 《信访工作条例》第二十四条."""

from pyzeebe import ZeebeTaskRouter

from records.unit_succession import successors_of
from workers import runtime
from workers.cases import day_of, is_lower_bureau, matter_of

router = ZeebeTaskRouter()


@router.task(task_type="confirm_recipient", timeout_ms=runtime.LEASE_MS)
def confirm_recipient(matter_id: str) -> dict[str, str | bool]:
    """Who receives the matter now: a unit that has ended is followed by its successor (24(2)).

    Where it is not clear who follows, the matter stays where it is, for the bureau to ask above.
    """
    with runtime.transaction() as (session, now):
        matter = matter_of(session, matter_id)
        heirs = successors_of(session, matter.unit_id, day_of(now))
        if heirs.is_clear and heirs.units:
            matter.unit_id = heirs.units[0]
        return {
            "unit": matter.unit_id,
            "is_lower_bureau": is_lower_bureau(session, matter.unit_id),
        }
