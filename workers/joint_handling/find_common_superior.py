"""查找共同上级 - 《信访工作条例》第二十四条第一款."""

from pyzeebe import ZeebeTaskRouter

from law.unit_tree import common_superior
from records.matters import parents_of_units
from records.task_decisions import latest
from workers import runtime
from workers.cases import matter_of

router = ZeebeTaskRouter()


@router.task(task_type="find_common_superior", timeout_ms=runtime.LEASE_MS)
def find_common_superior(matter_id: str) -> dict[str, bool]:
    """Whether the units that did not agree have a superior in common, who decides then."""
    with runtime.transaction() as (session, _):
        matter = matter_of(session, matter_id)
        asked = latest(session, "negotiate_lead", matter_id=matter_id)
        units = (asked.data.get("units") if asked else None) or [matter.unit_id]
        return {"has_common_superior": bool(common_superior(units, parents_of_units(session)))}
