"""记录诉求撤回 - 《信访工作条例》第十七条、第二十一条."""

from datetime import datetime

from pyzeebe import ZeebeTaskRouter
from sqlmodel import Session

from records import audit
from records.clocks.many import withdraw_all
from records.models import Matter, Petition
from records.models.matter import MatterEnd
from workers import runtime
from workers.cases import matter_of, petition_of, unit_of
from workers.notices.notice import issue
from workers.notices.record_matter_withdrawal import (
    having,
    record_matter_withdrawal_notice,
    withdrawn_together,
)

REASON = "信访人撤回"

router = ZeebeTaskRouter()


@router.task(task_type="record_matter_withdrawal", timeout_ms=runtime.LEASE_MS)
def record_matter_withdrawal(matter_id: str) -> None:
    """The petitioner withdrew this matter: none of its clocks runs any more.

    Who can be reached is told so, once for all matters of the statement; of a report nobody is.
    """
    with runtime.transaction() as (session, now):
        matter = matter_of(session, matter_id)
        if matter.ended_at is not None:
            return
        matter.end, matter.ended_at = MatterEnd.withdrawn, now
        withdraw_all(session, matter_id=matter_id, reason=REASON, now=now)
        audit.record(
            session,
            now=now,
            actor="engine",
            action="record_matter_withdrawal",
            petition_id=matter.petition_id,
            matter=matter.ordinal,
        )
        petition = petition_of(session, matter.petition_id)
        if petition.is_name_clear and not matter.is_sealed:
            _tell(session, petition, matter, now)


def _tell(session: Session, petition: Petition, matter: Matter, now: datetime) -> None:
    """In the name of the unit that has them all, else of the bureau."""
    matters = withdrawn_together(session, matter)
    units = {having(session, petition, one).id for one in matters}
    issue(
        session,
        record_matter_withdrawal_notice(session, petition, matter),
        petition=petition,
        matter=matter if len(matters) == 1 else None,
        unit=unit_of(session, units.pop() if len(units) == 1 else petition.bureau_id),
        occasion=f"{matters[0].ordinal}.{matters[0].round}",
        now=now,
    )
