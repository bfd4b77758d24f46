"""起算评价期间 - 《信访工作条例》第二十一条、第三十五条."""

from datetime import date, datetime
from typing import Any

from pyzeebe import ZeebeTaskRouter
from sqlmodel import Session

from law.notice_duty import is_rated
from law.particulars import Particulars
from records.clocks.append import ClockView, view_of
from records.clocks.find import latest, running
from records.clocks.ledgers import read_ledger
from records.clocks.terms import Terms
from records.ledger import ENGINE, open_clock
from records.matters import matters_of
from records.models import Clock, Petition
from records.models.petition import Outcome
from workers import runtime
from workers.cases import alert_at, day_of, petition_of, petitioner_of
from workers.matter_clocks import named

RATING, REVIEW = "D21", "D07"

router = ZeebeTaskRouter()


@router.task(task_type="open_aftercare", timeout_ms=runtime.LEASE_MS)
def open_aftercare(petition_id: str) -> dict[str, Any]:
    """Open the time to rate, and say which windows to ask for a review are still open.

    Who is anonymous is not asked for a rating. What was supported is checked once it should be
    carried out.
    """
    with runtime.transaction() as (session, now):
        petition = petition_of(session, petition_id)
        matters = matters_of(session, petition_id)
        received = max((one.served_on for one in matters if one.served_on), default=day_of(now))
        rating = _rating(session, petition, received, now) if _is_rated(session, petition) else None
        windows = running(session, petition_id=petition_id, codes=(REVIEW,))
        views = [_view(session, window, now) for window in windows]
        return {
            "is_rated": rating is not None and rating.is_running,
            **named("rating", rating),
            "review_clocks": [
                {"clock_id": one.id, "next_alert_at": alert_at(one)} for one in views
            ],
            "needs_execution_check": any(one.outcome is Outcome.support for one in matters),
        }


def _is_rated(session: Session, petition: Petition) -> bool:
    is_named = bool(petitioner_of(session, petition).name)
    return is_rated(
        Particulars(
            name=is_named, address=petition.is_name_clear, request=True, facts=True, reasons=True
        )
    )


def _rating(session: Session, petition: Petition, received_on: date, now: datetime) -> ClockView:
    """The clock of the rating: the one there is, ended or not, else a new one."""
    opened = latest(session, RATING, petition_id=petition.id)
    if opened is not None:
        return _view(session, opened, now)
    return open_clock(
        session,
        petition_id=petition.id,
        code=RATING,
        started_on=received_on,
        actor=ENGINE,
        now=now,
    )


def _view(session: Session, clock: Clock, now: datetime) -> ClockView:
    return view_of(clock, Terms(session).state(read_ledger(session, clock)), now)
