"""合并各项结果 - 《信访工作条例》第二十一条、第三十二条."""

from collections.abc import Sequence

from pyzeebe import ZeebeTaskRouter

from records.matters import matters_of
from records.models import Matter
from records.models.matter import MatterEnd
from records.models.petition import PetitionEnd
from workers import runtime
from workers.cases import petition_of
from workers.errors import NotAnswered

# How one matter ended decides for all, in this order.
ENDS = {
    MatterEnd.answered: PetitionEnd.finished,
    MatterEnd.settled: PetitionEnd.finished,
    MatterEnd.handed_over: PetitionEnd.finished,
    MatterEnd.imported: PetitionEnd.guided,
    MatterEnd.guided: PetitionEnd.guided,
    MatterEnd.refused: PetitionEnd.refused,
    MatterEnd.withdrawn: PetitionEnd.withdrawn,
}
# Whose petitioner has been told how the matter came out.
TOLD = (MatterEnd.answered, MatterEnd.settled)

router = ZeebeTaskRouter()


@router.task(task_type="collect_answers", timeout_ms=runtime.LEASE_MS)
def collect_answers(petition_id: str) -> dict[str, str | bool]:
    """How the petition ends, now that all its matters have; the first answer stands for it.

    Who was answered, or has settled with the other side, is called back and asked for a rating; of
    a sealed report nobody is. Raises NotAnswered while a matter has not ended.
    """
    with runtime.transaction() as (session, _):
        petition = petition_of(session, petition_id)
        matters = matters_of(session, petition_id)
        if not matters or any(matter.end is None for matter in matters):
            raise NotAnswered
        told = [one for one in matters if one.end in TOLD and not one.is_sealed]
        answered = [one for one in told if one.end is MatterEnd.answered]
        if answered:
            petition.outcome, petition.answer = answered[0].outcome, answered[0].answer
        return {"needs_aftercare": bool(told), "petition_end": _end(matters).value}


def _end(matters: Sequence[Matter]) -> PetitionEnd:
    ends = {matter.end for matter in matters}
    return next(ENDS[end] for end in ENDS if end in ends)
