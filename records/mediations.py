"""The attempts to mediate a matter."""

from sqlmodel import Session, col, select

from records.errors import RecordsError
from records.models import Mediation


class NothingToMediate(RecordsError):
    """Nobody has asked both sides for their consent yet. Ask them first."""


def mediations_of(session: Session, matter_id: str) -> list[Mediation]:
    """The attempts, in their order."""
    found = select(Mediation).where(Mediation.matter_id == matter_id)
    return list(session.exec(found.order_by(col(Mediation.ordinal))))


def current_mediation(session: Session, matter_id: str) -> Mediation:
    """The last attempt. Raises NothingToMediate."""
    found = mediations_of(session, matter_id)
    if not found:
        raise NothingToMediate
    return found[-1]
