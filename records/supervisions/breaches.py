"""A breached time limit opens a supervision; one of a supervision takes it a step further."""

from datetime import datetime

from sqlmodel import Session, select

from law.clock_ledger import ClockState
from law.decision_facts import SupervisionTrigger
from records.errors import ClockNotFound
from records.ledger import state_of
from records.matters import get_matter
from records.models import Clock, Petition, Supervision
from records.reviews import open_review
from records.supervisions.feedback import FEEDBACK, climb, is_missed
from records.supervisions.find import running_one
from records.supervisions.start import start_supervision

TRIGGERS = {
    **dict.fromkeys(("D02", "D03", "D12", "D15"), SupervisionTrigger.late_notice),
    **dict.fromkeys(("D05", "D08", "D10", "D13", "D16", "D18"), SupervisionTrigger.late_answer),
    "D11": SupervisionTrigger.late_report,
}
# These are duties of the bureau, whichever unit has the matter at the time.
OF_THE_BUREAU = ("D01",)
# And these of the unit that reviews what another decided.
OF_THE_REVIEW = ("D08", "D10", "D15")
# Who has not said what became of a suggestion is reminded; that is no case for a supervision.
ONLY_REMINDED = ("D17",)


def breach_without_supervision(session: Session, clock_id: str) -> bool:
    """Whether the clock's last day has passed and nothing has come of that yet.

    Raises ClockNotFound.
    """
    clock, state = _read(session, clock_id)
    if not _is_late(state) or clock.code in ONLY_REMINDED:
        return False
    if clock.code == FEEDBACK:
        return is_missed(session, clock)
    return _found(session, clock) is None


def open_supervision(session: Session, clock_id: str, *, now: datetime) -> Supervision | None:
    """Open the supervision of this breach, or return the one that was opened before.

    Feedback that did not come takes its supervision to the next step instead. None for a clock
    that is not breached. Raises ClockNotFound, MatterNotFound.
    """
    clock, state = _read(session, clock_id)
    if clock.code == FEEDBACK:
        return climb(session, clock, now=now) if _is_late(state) else None
    opened = _found(session, clock)
    if opened is not None or not _is_late(state) or clock.code in ONLY_REMINDED:
        return opened
    return start_supervision(
        session,
        petition_id=clock.petition_id,
        matter_id=clock.matter_id,
        unit_id=late_unit(session, clock),
        trigger=_trigger(clock),
        clock=clock,
        now=now,
    )


def late_unit(session: Session, clock: Clock) -> str:
    """The unit whose duty this clock is: that of its matter, the reviewing one or the bureau."""
    petition = session.get_one(Petition, clock.petition_id)
    if clock.code in OF_THE_BUREAU:
        return petition.bureau_id
    if clock.code in OF_THE_REVIEW and clock.matter_id is not None:
        review = open_review(session, clock.matter_id)
        if review is not None:
            return review.unit_id
    if clock.matter_id is not None:
        return get_matter(session, clock.matter_id).unit_id
    return petition.unit_id or petition.bureau_id


def _read(session: Session, clock_id: str) -> tuple[Clock, ClockState]:
    clock = session.get(Clock, clock_id, with_for_update=True)
    if clock is None:
        raise ClockNotFound
    return clock, state_of(session, clock)[1]


def _is_late(state: ClockState) -> bool:
    return state.breached_on is not None and not state.is_window


def _trigger(clock: Clock) -> SupervisionTrigger:
    return TRIGGERS.get(clock.code, SupervisionTrigger.late_dispatch)


def _found(session: Session, clock: Clock) -> Supervision | None:
    """The supervision of this very day, or the one that runs for the same reason."""
    of_the_day = select(Supervision).where(
        Supervision.clock_id == clock.id, Supervision.due_on == clock.due_on
    )
    return session.exec(of_the_day).first() or running_one(
        session,
        petition_id=clock.petition_id,
        matter_id=clock.matter_id,
        trigger=_trigger(clock).value,
    )
