"""制作送达回证 - 《信访工作条例》第三十五条；参照《民事诉讼法》第八十七条."""

from datetime import date

from pyzeebe import ZeebeTaskRouter
from sqlmodel import Session

from law.decision_words import Route
from records.models import Matter
from workers import runtime
from workers.cases import matter_of, petition_of, unit_of
from workers.errors import NotServed
from workers.matter_clocks import open_for
from workers.notices.notice import issue
from workers.notices.record_service import record_service_notice
from workers.notices.referred import OPINION, last_document, last_service

REVIEW = "D07"

router = ZeebeTaskRouter()


@router.task(task_type="record_service", timeout_ms=runtime.LEASE_MS)
def record_service(matter_id: str) -> None:
    """Put the proof of service on file; from the day of receipt the petitioner may ask for review.

    What is no opinion by the procedure of 31(六) opens no review.
    """
    with runtime.transaction() as (session, now):
        matter = matter_of(session, matter_id)
        petition = petition_of(session, matter.petition_id)
        received_on = _receipt(session, matter)
        matter.served_on = received_on
        if matter.route is Route.petition:
            open_for(session, matter, REVIEW, received_on, now)
        issue(
            session,
            record_service_notice(session, petition, matter),
            petition=petition,
            matter=matter,
            unit=unit_of(session, matter.unit_id),
            addressee="unit",
            now=now,
        )


def _receipt(session: Session, matter: Matter) -> date:
    opinion = last_document(session, matter, OPINION)
    service = last_service(session, opinion) if opinion else None
    if service is None or service.received_on is None:
        raise NotServed
    return service.received_on
