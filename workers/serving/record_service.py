"""制作送达回证 - 《信访工作条例》第三十五条、第三十六条第一款；参照《民事诉讼法》第八十七条."""

from datetime import date, datetime

from pyzeebe import ZeebeTaskRouter
from sqlmodel import Session

from law.decision_facts import ReviewStage
from law.decision_words import Route
from records.clocks.append import ClockView
from records.models import Document, Matter
from workers import runtime
from workers.cases import matter_of, petition_of, unit_of
from workers.errors import NotServed
from workers.matter_clocks import named, open_for
from workers.notices.notice import issue
from workers.notices.record_service import record_service_notice
from workers.notices.referred import OPINION, last_document, last_service, review_opinion
from workers.reviews import issue_in_review, review_case

REVIEW, REREVIEW = "D07", "D09"

router = ZeebeTaskRouter()


@router.task(task_type="record_service", timeout_ms=runtime.LEASE_MS)
def record_service(matter_id: str, review_id: str | None = None) -> dict[str, str | None]:
    """Put the proof of service on file; from the day of receipt the petitioner may ask for review.

    What is no opinion by the procedure of 31(六) opens no review, that of a re-review is final.
    Names the clock of the period to ask.
    """
    with runtime.transaction() as (session, now):
        if review_id is None:
            clock = _of_matter(session, matter_of(session, matter_id), now)
        else:
            clock = _of_review(session, review_id, now)
        return named("request", clock)


def _of_matter(session: Session, matter: Matter, now: datetime) -> ClockView | None:
    opinion = last_document(session, matter, OPINION)
    received_on = _receipt(session, opinion)
    matter.served_on = received_on
    petition = petition_of(session, matter.petition_id)
    issue(
        session,
        record_service_notice(session, petition, matter),
        petition=petition,
        matter=matter,
        unit=unit_of(session, matter.unit_id),
        addressee="unit",
        now=now,
    )
    if matter.route is not Route.petition:
        return None
    return open_for(session, matter, REVIEW, received_on, now)


def _of_review(session: Session, review_id: str, now: datetime) -> ClockView | None:
    case = review_case(session, review_id)
    opinion = review_opinion(session, case.matter, case.review)
    received_on = _receipt(session, opinion)
    case.review.served_on = received_on
    service = last_service(session, opinion) if opinion else None
    notice = record_service_notice(session, case.petition, case.matter, service)
    issue_in_review(session, case, notice, now, addressee="unit")
    if case.review.level is ReviewStage.rereview:
        return None
    return open_for(session, case.matter, REREVIEW, received_on, now)


def _receipt(session: Session, opinion: Document | None) -> date:
    service = last_service(session, opinion) if opinion else None
    if service is None or service.received_on is None:
        raise NotServed
    return service.received_on
