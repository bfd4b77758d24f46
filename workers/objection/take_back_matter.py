"""收回材料 - 《信访工作条例》第二十三条第三款、第二十四条第一款."""

from pyzeebe import ZeebeTaskRouter

from law.objection import must_be_settled_jointly
from records import audit
from records.clocks.many import withdraw_all
from workers import runtime
from workers.cases import matter_of

RECEIPT = ("D03", "D04", "D12")

router = ZeebeTaskRouter()


@router.task(task_type="take_back_matter", timeout_ms=runtime.LEASE_MS)
def take_back_matter(matter_id: str, is_objection_agreed: bool = False) -> dict[str, str | bool]:
    """The unit has the matter no more: the bureau agreed, or the two still dispute about it.

    A dispute, or one agreed objection too many, is settled by the units together (24(1)).
    """
    result = "objection_agreed" if is_objection_agreed else "disputed"
    with runtime.transaction() as (session, now):
        matter = matter_of(session, matter_id)
        # Without a day of receipt no unit has the matter: it was taken back before.
        if matter.received_on is not None:
            matter.received_on = None
            matter.objections_agreed += is_objection_agreed
            matter.is_objection_refused = False
            withdraw_all(session, matter_id=matter_id, codes=RECEIPT, reason="材料已交还", now=now)
            audit.record(
                session,
                now=now,
                actor="engine",
                action="take_back_matter",
                petition_id=matter.petition_id,
                matter=matter.ordinal,
                unit=matter.unit_id,
                result=result,
            )
        is_joint = not is_objection_agreed or must_be_settled_jointly(matter.objections_agreed)
        return {"matter_result": result, "is_settled_jointly": is_joint}
