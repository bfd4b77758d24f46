"""Finding supervisions and their suggestions."""

from sqlmodel import Session, col, select

from records.models import Advice, Supervision
from records.supervisions.errors import AdviceNotFound, SupervisionNotFound


def supervision_of(session: Session, supervision_id: str | None) -> Supervision:
    """The supervision, locked until the transaction ends. Raises SupervisionNotFound."""
    row = None
    if supervision_id:
        row = session.get(Supervision, supervision_id, with_for_update=True)
    if row is None:
        raise SupervisionNotFound
    return row


def running_one(
    session: Session, *, petition_id: str, matter_id: str | None, trigger: str
) -> Supervision | None:
    """The supervision of this matter (or petition) and trigger that is not closed."""
    return session.exec(
        select(Supervision).where(
            Supervision.petition_id == petition_id,
            Supervision.matter_id == matter_id,
            Supervision.trigger == trigger,
            col(Supervision.closed_at).is_(None),
        )
    ).first()


def find_advice(session: Session, supervision_id: str) -> Advice | None:
    """The suggestion of this supervision, if one was drafted."""
    return session.exec(select(Advice).where(Advice.supervision_id == supervision_id)).first()


def advice_of(session: Session, supervision_id: str) -> Advice:
    """The same. Raises AdviceNotFound."""
    advice = find_advice(session, supervision_id)
    if advice is None:
        raise AdviceNotFound
    return advice
