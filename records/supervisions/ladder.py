"""The steps of a supervision (articles 38 to 40): which was taken last, and closing it (销号)."""

from datetime import datetime

from sqlmodel import Session

from law.decision_words import SupervisionStep
from law.instants import SHANGHAI
from records import audit
from records.ledger import ENGINE
from records.models import Supervision
from records.models.supervision import SupervisionEnd, SupervisionState
from records.supervisions.feedback import end_feedback
from records.supervisions.find import find_advice

CLOSED = "督办已销号"


def take_step(session: Session, row: Supervision, step: SupervisionStep, *, now: datetime) -> None:
    """Note that this step was taken today; a repetition changes nothing."""
    if row.step is step and row.step_on is not None:
        return
    row.step, row.step_on = step, now.astimezone(SHANGHAI).date()
    session.add(row)
    audit.record(
        session,
        now=now,
        actor=ENGINE,
        action="take_supervision_step",
        petition_id=row.petition_id,
        trigger=row.trigger,
        step=step.value,
    )


def close(session: Session, row: Supervision, end: SupervisionEnd, *, now: datetime) -> None:
    """Close the supervision; what was closed stays as it is. The case itself goes on."""
    if row.closed_at is not None:
        return
    row.end, row.closed_at, row.state = end, now, SupervisionState.closed
    session.add(row)
    end_feedback(session, row, CLOSED, now=now)
    audit.record(
        session,
        now=now,
        actor=ENGINE,
        action="close_supervision",
        petition_id=row.petition_id,
        trigger=row.trigger,
        end=end.value,
    )


def end_of(session: Session, row: Supervision) -> SupervisionEnd:
    """Why the supervision ends where the process has come to closing it."""
    if row.is_corrected:
        return SupervisionEnd.corrected
    if find_advice(session, row.id) is not None:
        return SupervisionEnd.advised
    return SupervisionEnd.not_needed
