"""按诉求分立事项 - 《信访工作条例》第二十二条、第三十条、第三十一条."""

from collections.abc import Sequence

from pyzeebe import ZeebeTaskRouter

from records import audit
from records.matter_opening import open_as_classified
from records.models import Matter, Petition
from records.models.petition import Category
from records.task_decisions import latest
from workers import runtime
from workers.cases import petition_of
from workers.errors import NotClassified
from workers.matter_items import MatterItem, item_of

router = ZeebeTaskRouter()


@router.task(task_type="open_matters", timeout_ms=runtime.LEASE_MS)
def open_matters(
    petition_id: str, proposed_category: str | None = None
) -> dict[str, list[MatterItem] | bool]:
    """One matter for each claim, as it was classified last; an assignment needs a signature.

    Raises NotClassified.
    """
    with runtime.transaction() as (session, now):
        petition = petition_of(session, petition_id)
        decision = latest(session, "classify_petition", petition_id=petition_id)
        if decision is None:
            raise NotClassified
        matters = open_as_classified(session, petition, decision.data)
        petition.proposed_category = Category(proposed_category) if proposed_category else None
        petition.is_sealed = all(matter.is_sealed for matter in matters)
        _follow(petition, matters)
        audit.record(
            session,
            now=now,
            actor="engine",
            action="open_matters",
            petition_id=petition_id,
            matters=len(matters),
        )
        items = [item_of(session, matter) for matter in matters]
        return {"matters": items, "needs_signature": any(item["is_assigned"] for item in items)}


def _follow(petition: Petition, matters: Sequence[Matter]) -> None:
    """Category and unit of the petition are those of an open matter, if it has one.

    Else the unit chosen for the whole would see what belongs to others.
    """
    shown = [(one.category, one.unit_id) for one in matters if not one.is_sealed]
    if shown and (petition.category, petition.unit_id) not in shown:
        petition.category, petition.unit_id = shown[0]
