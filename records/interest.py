"""Who has a direct interest in a matter and keeps out of it (回避, article 28(3))."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import delete
from sqlmodel import Session, col, select

from law.recusal import check_handler
from records.models import InterestedHandler


def interested_in(session: Session, matter_id: str) -> set[str]:
    """Ids of the accounts that keep out of the matter."""
    return set(
        session.exec(
            select(InterestedHandler.user_id).where(InterestedHandler.matter_id == matter_id)
        )
    )


def keep_interested(
    session: Session, matter_id: str, user_ids: Iterable[str], *, now: datetime
) -> None:
    """Note who keeps out; who was noted before and is not named now may work on it again."""
    session.execute(delete(InterestedHandler).where(col(InterestedHandler.matter_id) == matter_id))
    for user_id in user_ids:
        session.add(InterestedHandler(matter_id=matter_id, user_id=user_id, noted_at=now))


def keeps_out(session: Session, matter_id: str | None, user_id: str) -> bool:
    """Whether the person has nothing to do with this matter; False where there is no matter."""
    return matter_id is not None and user_id in interested_in(session, matter_id)


def check_interest(session: Session, matter_id: str | None, user_id: str) -> None:
    """Raises law.errors.HandlerHasInterest when the person keeps out of this matter."""
    if matter_id is not None:
        check_handler(user_id, interested_in(session, matter_id))
