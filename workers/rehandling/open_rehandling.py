"""责令重新办理 - 《信访工作条例》第三十五条、第三十六条；重新办理的期限为地方规定，可配置."""

from datetime import date, datetime

from pyzeebe import ZeebeTaskRouter
from sqlmodel import Session

from records import audit
from records.clocks.many import withdraw_all
from records.ledger import ENGINE, open_clock
from records.models import Matter, Review
from workers import runtime
from workers.cases import day_of
from workers.notices.open_rehandling import open_rehandling_notice
from workers.reviews import REHANDLING, issue_in_review, review_case

WINDOW, REASON = "D07", "撤销原意见，重新办理"

router = ZeebeTaskRouter()


@router.task(task_type="open_rehandling", timeout_ms=runtime.LEASE_MS)
def open_rehandling(review_id: str) -> dict[str, str | bool]:
    """The opinion is void: its unit handles the matter again, within the period set (D16).

    What it said is kept with the review, so that it is not said again on the same facts.
    """
    with runtime.transaction() as (session, now):
        case = review_case(session, review_id)
        review, matter = case.review, case.matter
        if review.old_round is None:
            _set_aside(review, matter)
            withdraw_all(session, matter_id=matter.id, codes=(WINDOW,), reason=REASON, now=now)
            _open_clock(session, review, matter, review.served_on or day_of(now), now)
            audit.record(
                session,
                now=now,
                actor=ENGINE,
                action="open_rehandling",
                petition_id=matter.petition_id,
                matter=matter.ordinal,
                review=review.id,
                round=matter.round,
            )
        notice = open_rehandling_notice(session, case.petition, matter, review)
        issue_in_review(session, case, notice, now, addressee="unit")
        return {"unit": matter.unit_id, "category": matter.category.value}


def _set_aside(review: Review, matter: Matter) -> None:
    review.old_round, review.old_outcome = matter.round, matter.outcome
    review.old_facts, review.old_answer = matter.facts, matter.answer
    # Its own process has ended and stays ended; the review's process handles it anew.
    matter.round += 1
    matter.outcome = matter.facts = matter.answer = matter.legal_basis = None
    matter.signed_at = matter.signed_by = matter.served_on = None


def _open_clock(
    session: Session, review: Review, matter: Matter, started_on: date, now: datetime
) -> None:
    open_clock(
        session,
        petition_id=matter.petition_id,
        matter_id=matter.id,
        code=REHANDLING,
        started_on=started_on,
        until=review.redo_until,
        actor=ENGINE,
        now=now,
    )
