"""记录撤回 - 《信访工作条例》第十七条、第二十一条."""

from datetime import datetime

from pyzeebe import ZeebeTaskRouter
from sqlmodel import Session

from records import audit
from records.clocks.many import withdraw_all
from records.matters import matters_of
from records.models import Petition
from records.models.matter import MatterEnd
from records.models.petition import PetitionEnd
from records.similarity import SEALED
from workers import runtime
from workers.cases import petition_of, unit_of
from workers.notices.notice import issue
from workers.notices.record_withdrawal import record_withdrawal_notice

REASON = "信访人撤回"

router = ZeebeTaskRouter()


@router.task(task_type="record_withdrawal", timeout_ms=runtime.LEASE_MS)
def record_withdrawal(petition_id: str) -> dict[str, str]:
    """The petition was withdrawn before it went anywhere: nothing of it runs any more.

    Who can be reached is told so, once for all claims; of a report nothing is put on paper.
    """
    with runtime.transaction() as (session, now):
        petition = petition_of(session, petition_id)
        if petition.end is None:
            petition.end = PetitionEnd.withdrawn
            withdraw_all(session, petition_id=petition_id, reason=REASON, now=now)
            for matter in matters_of(session, petition_id):
                if matter.end is None:
                    matter.end, matter.ended_at = MatterEnd.withdrawn, now
            audit.record(
                session,
                now=now,
                actor="engine",
                action="record_withdrawal",
                petition_id=petition_id,
            )
            if petition.is_name_clear and not _is_report(session, petition):
                _tell(session, petition, now)
        return {"petition_end": petition.end.value}


def _is_report(session: Session, petition: Petition) -> bool:
    category = petition.category or petition.proposed_category
    is_sealed = any(one.is_sealed for one in matters_of(session, petition.id))
    return petition.is_sealed or is_sealed or category in SEALED


def _tell(session: Session, petition: Petition, now: datetime) -> None:
    unit = unit_of(session, petition.bureau_id)
    notice = record_withdrawal_notice(session, petition)
    issue(session, notice, petition=petition, unit=unit, now=now)
