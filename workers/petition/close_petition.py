"""结案 - 《信访工作条例》第二十一条、第三十四条."""

from pyzeebe import ZeebeTaskRouter

from law.decision_words import Admissibility
from records import audit
from records.models.petition import PetitionEnd
from workers import runtime
from workers.cases import petition_of

# How a petition ends that was not taken on.
NOT_ADMITTED = {
    Admissibility.link_to_running: PetitionEnd.repeated,
    Admissibility.refuse_procedural: PetitionEnd.refused,
    Admissibility.no_longer_accept: PetitionEnd.no_longer_accepted,
    Admissibility.guide: PetitionEnd.guided,
}

router = ZeebeTaskRouter()


@router.task(task_type="close_petition", timeout_ms=runtime.LEASE_MS)
def close_petition(
    petition_id: str, petition_end: str | None = None, admission: str | None = None
) -> dict[str, str]:
    """Record when the petition was closed and how it ended, which decides the end event."""
    with runtime.transaction() as (session, now):
        petition = petition_of(session, petition_id)
        if petition.end is None:
            petition.end = _end(petition_end, admission)
        if petition.closed_at is None:
            petition.closed_at = now
            audit.record(
                session,
                now=now,
                actor="engine",
                action="close_petition",
                petition_id=petition_id,
                end=petition.end.value,
            )
        return {"petition_end": petition.end.value}


def _end(petition_end: str | None, admission: str | None) -> PetitionEnd:
    if petition_end:
        return PetitionEnd(petition_end)
    found = Admissibility(admission) if admission else None
    return NOT_ADMITTED.get(found, PetitionEnd.finished) if found else PetitionEnd.finished
