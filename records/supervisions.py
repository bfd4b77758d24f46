"""Supervisions (督办) that a breached time limit opens; articles 38 to 40 say what follows."""

from datetime import datetime

from sqlmodel import Session, select

from law.clock_ledger import ClockState
from law.decision_facts import SupervisionTrigger
from records import audit
from records.errors import ClockNotFound
from records.ledger import ENGINE, state_of
from records.matters import get_matter
from records.models import Clock, Petition, Supervision
from records.reviews import open_review

TRIGGERS = {
    **dict.fromkeys(("D02", "D03", "D12", "D15"), SupervisionTrigger.late_notice),
    **dict.fromkeys(("D05", "D08", "D10", "D13", "D16", "D18"), SupervisionTrigger.late_answer),
    "D11": SupervisionTrigger.late_report,
}
# These are duties of the bureau, whichever unit has the matter at the time.
OF_THE_BUREAU = ("D01",)
# And these of the unit that reviews what another decided.
OF_THE_REVIEW = ("D08", "D10", "D15")


def breach_without_supervision(session: Session, clock_id: str) -> bool:
    """Whether the clock's last day has passed and no supervision was opened for that day.

    Raises ClockNotFound.
    """
    clock, state = _read(session, clock_id)
    return _is_late(state) and _found(session, clock) is None


def open_supervision(session: Session, clock_id: str, *, now: datetime) -> Supervision | None:
    """Open the supervision of this breach, or return the one that was opened before.

    None for a clock that is not breached. Raises ClockNotFound, MatterNotFound.
    """
    clock, state = _read(session, clock_id)
    opened = _found(session, clock)
    if opened is not None or not _is_late(state):
        return opened
    supervision = Supervision(
        petition_id=clock.petition_id,
        matter_id=clock.matter_id,
        unit_id=_late_unit(session, clock),
        trigger=TRIGGERS.get(clock.code, SupervisionTrigger.late_dispatch),
        clock_id=clock.id,
        due_on=clock.due_on,
        opened_at=now,
    )
    session.add(supervision)
    audit.record(
        session,
        now=now,
        actor=ENGINE,
        action="open_supervision",
        petition_id=clock.petition_id,
        clock=clock.code,
        trigger=supervision.trigger,
        unit=supervision.unit_id,
    )
    session.flush()
    return supervision


def _read(session: Session, clock_id: str) -> tuple[Clock, ClockState]:
    clock = session.get(Clock, clock_id, with_for_update=True)
    if clock is None:
        raise ClockNotFound
    return clock, state_of(session, clock)[1]


def _is_late(state: ClockState) -> bool:
    return state.breached_on is not None and not state.is_window


def _found(session: Session, clock: Clock) -> Supervision | None:
    return session.exec(
        select(Supervision).where(
            Supervision.clock_id == clock.id, Supervision.due_on == clock.due_on
        )
    ).first()


def _late_unit(session: Session, clock: Clock) -> str:
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
