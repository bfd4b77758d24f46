"""Finding the clocks of a petition or of one of its matters."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from records.models import Clock


def running(
    session: Session,
    *,
    petition_id: str | None = None,
    matter_id: str | None = None,
    codes: Sequence[str] = (),
) -> list[Clock]:
    """The running clocks, locked, the nearest due date first; without codes those of every code.

    Of a petition: its own and those of its matters. Of a matter: its own.
    """
    found = select(Clock).where(col(Clock.is_running))
    if petition_id is not None:
        found = found.where(Clock.petition_id == petition_id)
    if matter_id is not None:
        found = found.where(Clock.matter_id == matter_id)
    if codes:
        found = found.where(col(Clock.code).in_(codes))
    ordered = found.order_by(col(Clock.due_on), col(Clock.id)).with_for_update()
    return list(session.exec(ordered))


def is_any_running(session: Session, matter_id: str, codes: Sequence[str]) -> bool:
    """Whether a clock of one of these codes runs for the matter; nothing is locked."""
    found = select(Clock.id).where(
        Clock.matter_id == matter_id, col(Clock.code).in_(codes), col(Clock.is_running)
    )
    return session.exec(found.limit(1)).first() is not None


def latest(
    session: Session, code: str, *, petition_id: str, matter_id: str | None = None
) -> Clock | None:
    """The clock of this code that ends last, running or not; of the petition or of one matter."""
    return session.exec(
        select(Clock)
        .where(Clock.petition_id == petition_id, Clock.matter_id == matter_id, Clock.code == code)
        .order_by(col(Clock.is_running).desc(), col(Clock.due_on).desc(), col(Clock.id))
    ).first()
