"""退回重办 - 《信访工作条例》第二十二条第一款第三项、第四十条."""

from pyzeebe import ZeebeTaskRouter

from records import audit
from records.clocks.many import withdraw_all
from records.models import Matter
from records.notifications.matters import tell_returned
from records.supervisions.triggers import report_returned
from workers import runtime
from workers.cases import matter_of, petition_of, unit_of
from workers.notices.notice import issue
from workers.notices.return_for_rework import return_for_rework_notice

REVIEW, REASON = "D07", "退回重办"

router = ZeebeTaskRouter()


@router.task(task_type="return_for_rework", timeout_ms=runtime.LEASE_MS)
def return_for_rework(matter_id: str) -> dict[str, bool]:
    """The report was not accepted: the unit works on it again, and gains no days by that.

    Acceptance and handling period stay; what was answered no longer counts.
    """
    with runtime.transaction() as (session, now):
        matter = matter_of(session, matter_id)
        # Without an end the matter is at work again: this was done before.
        if matter.end is not None:
            petition = petition_of(session, matter.petition_id)
            bureau = unit_of(session, petition.bureau_id)
            notice = return_for_rework_notice(session, petition, matter)
            issue(
                session,
                notice,
                petition=petition,
                matter=matter,
                unit=bureau,
                now=now,
                addressee="unit",
            )
            _reset(matter)
            withdraw_all(session, matter_id=matter_id, codes=(REVIEW,), reason=REASON, now=now)
            audit.record(
                session,
                now=now,
                actor="engine",
                action="return_for_rework",
                petition_id=petition.id,
                matter=matter.ordinal,
                round=matter.round,
            )
            tell_returned(session, matter, "return_for_rework", now=now)
            report_returned(session, matter, now=now)
        return {"is_rework": True}


def _reset(matter: Matter) -> None:
    matter.round += 1
    matter.end = matter.ended_at = None
    matter.outcome = matter.facts = matter.answer = matter.legal_basis = None
    matter.signed_at = matter.signed_by = matter.served_on = None
