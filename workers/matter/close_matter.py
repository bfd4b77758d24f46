"""记录诉求结果 - 《信访工作条例》第二十二条、第三十二条."""

from pyzeebe import ZeebeTaskRouter
from sqlmodel import Session, select

from records.clocks.many import meet_all
from records.models import Claim, Matter
from records.models.matter import MatterEnd
from workers import runtime
from workers.cases import matter_of

REPORTING = "D11"
ENDS = {"refused": MatterEnd.refused, "imported": MatterEnd.imported}

router = ZeebeTaskRouter()


@router.task(task_type="close_matter", timeout_ms=runtime.LEASE_MS)
def close_matter(matter_id: str, matter_result: str | None = None) -> None:
    """Record when the matter ended and how, and the outcome beside its claim."""
    with runtime.transaction() as (session, now):
        matter = matter_of(session, matter_id)
        if matter.ended_at is not None:
            return
        matter.ended_at = now
        matter.end = matter.end or ENDS.get(matter_result or "", MatterEnd.answered)
        _note_outcome(session, matter)
        meet_all(session, matter_id=matter_id, codes=(REPORTING,), now=now)


def _note_outcome(session: Session, matter: Matter) -> None:
    claim = session.exec(
        select(Claim).where(
            Claim.petition_id == matter.petition_id, Claim.ordinal == matter.ordinal
        )
    ).first()
    if claim is not None:
        claim.outcome = matter.outcome
