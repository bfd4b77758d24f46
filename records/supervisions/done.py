"""The duty that is supervised was done: before a letter has gone out, that ends the matter."""

from datetime import datetime

from sqlmodel import Session, col, select

from law.decision_facts import SupervisionTrigger
from law.decision_words import SupervisionStep
from records.models import Matter, Supervision
from records.outbox import publish_message

# From the letter on the unit owes written feedback, and somebody verifies it.
BEFORE_A_LETTER = (SupervisionStep.none, SupervisionStep.remind, SupervisionStep.alert_leader)


def tell_duty_done(session: Session, clock_id: str, *, now: datetime) -> None:
    """The clock has ended: the supervision of its breach learns it."""
    found = session.exec(
        select(Supervision).where(
            Supervision.clock_id == clock_id, col(Supervision.closed_at).is_(None)
        )
    )
    for row in found:
        _tell(session, row, now)


def tell_report_accepted(session: Session, matter: Matter, *, now: datetime) -> None:
    """The report that was returned before is accepted."""
    found = session.exec(
        select(Supervision).where(
            Supervision.matter_id == matter.id,
            Supervision.trigger == SupervisionTrigger.returned_repeatedly.value,
            col(Supervision.closed_at).is_(None),
        )
    )
    for row in found:
        _tell(session, row, now)


def _tell(session: Session, row: Supervision, now: datetime) -> None:
    if row.step in BEFORE_A_LETTER:
        publish_message(session, "duty_done", key=row.id, message_id=f"duty_done:{row.id}", now=now)
