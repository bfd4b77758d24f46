"""Whether a period runs: read without locking, for pages and for what is allowed now."""

from sqlmodel import Session, col, select

from records.models import Clock


def is_running(
    session: Session, code: str, *, petition_id: str, matter_id: str | None = None
) -> bool:
    """Whether a clock of this code runs, of the petition or of one matter."""
    found = select(Clock.id).where(
        Clock.petition_id == petition_id, Clock.code == code, col(Clock.is_running)
    )
    if matter_id is not None:
        found = found.where(Clock.matter_id == matter_id)
    return session.exec(found.limit(1)).first() is not None
