"""查找先前信访 - 《信访工作条例》第十九条、第二十一条."""

from pyzeebe import ZeebeTaskRouter

from records.earlier import earlier_like
from workers import runtime
from workers.cases import petition_of

router = ZeebeTaskRouter()


@router.task(task_type="find_earlier_petitions", timeout_ms=runtime.LEASE_MS)
def find_earlier_petitions(petition_id: str) -> dict[str, bool]:
    """Whether a person must judge if the petition repeats an earlier one."""
    with runtime.transaction() as (session, _):
        petition = petition_of(session, petition_id)
        return {"has_earlier": bool(earlier_like(session, petition))}
