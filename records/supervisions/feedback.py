"""Feedback on a supervision: asked for within D17a, given and verified, or missed."""

from datetime import date, datetime

from sqlmodel import Session

from law.instants import SHANGHAI
from records import audit
from records.clocks.append import ClockView
from records.clocks.find import running
from records.ledger import ENGINE, meet_clock, open_clock, withdraw_clock
from records.models import Clock, Supervision
from records.models.supervision import SupervisionState, Verification
from records.outbox import publish_message
from records.supervisions.find import supervision_of

FEEDBACK = "D17a"
CLIMBED = "期满未反馈，转入下一措施"


def ask_feedback(session: Session, row: Supervision, *, now: datetime) -> ClockView:
    """Start the period for feedback on the step just taken; the one that runs stays.

    How long it is, is the office's to set, not the regulation's.
    """
    clock = open_clock(
        session,
        petition_id=row.petition_id,
        matter_id=row.matter_id,
        subject=row.id,
        code=FEEDBACK,
        started_on=_day(now),
        actor=ENGINE,
        now=now,
    )
    row.feedback_due_on, row.state, row.is_corrected = clock.due_on, SupervisionState.open, None
    session.add(row)
    return clock


def keep_feedback(session: Session, row: Supervision, text: str, *, now: datetime) -> None:
    """What the unit says it has done; its period is over."""
    row.feedback, row.feedback_on = text, _day(now)
    row.state = SupervisionState.answered
    session.add(row)
    for clock in _running(session, row):
        meet_clock(session, clock_id=clock.id, actor=ENGINE, now=now)


def verify(
    session: Session, row: Supervision, way: Verification, *, is_corrected: bool, on: date
) -> None:
    """What whoever looked into it found: put right, or not."""
    row.verification, row.verified_on, row.is_corrected = way, on, is_corrected
    row.state = SupervisionState.verified
    session.add(row)


def is_missed(session: Session, clock: Clock) -> bool:
    """Whether the end of this period has not taken its supervision further yet."""
    row = session.get(Supervision, clock.subject)
    return row is not None and row.closed_at is None and row.missed_on != clock.due_on


def climb(session: Session, clock: Clock, *, now: datetime) -> Supervision:
    """No feedback came in time: tell the process, which goes on with the next step. Once.

    Raises SupervisionNotFound.
    """
    row = supervision_of(session, clock.subject)
    if is_missed(session, clock):
        row.missed_on = clock.due_on
        session.add(row)
        audit.record(
            session,
            now=now,
            actor=ENGINE,
            action="miss_feedback",
            petition_id=row.petition_id,
            trigger=row.trigger,
            step=row.step.value,
        )
        withdraw_clock(session, clock_id=clock.id, reason=CLIMBED, actor=ENGINE, now=now)
        publish_message(
            session,
            "feedback_missed",
            # Each period has a clock of its own: what comes too late reaches no later period.
            key=clock.id,
            message_id=f"feedback_missed:{clock.id}",
            now=now,
        )
    return row


def end_feedback(session: Session, row: Supervision, reason: str, *, now: datetime) -> None:
    """Nothing is awaited any more."""
    for clock in _running(session, row):
        withdraw_clock(session, clock_id=clock.id, reason=reason, actor=ENGINE, now=now)


def _running(session: Session, row: Supervision) -> list[Clock]:
    clocks = running(session, petition_id=row.petition_id, codes=(FEEDBACK,))
    return [clock for clock in clocks if clock.subject == row.id]


def _day(now: datetime) -> date:
    return now.astimezone(SHANGHAI).date()
