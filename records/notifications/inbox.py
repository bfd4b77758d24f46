"""What somebody has been told in the page: the list, how much is unread, marking it read."""

from datetime import datetime

from sqlalchemy import ColumnElement, and_, func, or_, update
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from records.errors import RecordsError
from records.models import Matter, Notification, Petition
from records.people import SEALED_ROLES, Person


class NotificationNotFound(RecordsError):
    """You have no such message. Look at the list of your messages."""


def told(
    session: Session, person: Person, *, limit: int, before: int | None = None
) -> list[Notification]:
    """The person's messages, newest first, at most `limit`; those older than the id `before`.

    One about a case that has been sealed since is there for its desk only.
    """
    query = _of(person).order_by(col(Notification.id).desc()).limit(limit)
    if before is not None:
        query = query.where(col(Notification.id) < before)
    return list(session.exec(query))


def unread_count(session: Session, person: Person) -> int:
    """How many of them have not been read."""
    unread = _of(person).where(col(Notification.read_at).is_(None)).subquery()
    return session.exec(select(func.count()).select_from(unread)).one()


def mark_read(
    session: Session, person: Person, notification_id: int, *, now: datetime
) -> Notification:
    """Note that the person has read one; the first time stands. Raises NotificationNotFound."""
    found = session.exec(_of(person).where(Notification.id == notification_id)).first()
    if found is None:
        raise NotificationNotFound
    found.read_at = found.read_at or now
    session.add(found)
    return found


def mark_all_read(session: Session, person: Person, *, until: int, now: datetime) -> None:
    """All up to the id `until`, the newest one that the person saw, count as read."""
    session.execute(
        update(Notification)
        .where(
            col(Notification.user_id) == person.id,
            col(Notification.id) <= until,
            col(Notification.read_at).is_(None),
        )
        .values(read_at=now)
    )


def _of(person: Person) -> SelectOfScalar[Notification]:
    return (
        select(Notification)
        .outerjoin(Petition, col(Petition.id) == col(Notification.petition_id))
        .outerjoin(Matter, col(Matter.id) == col(Notification.matter_id))
        .where(
            Notification.user_id == person.id,
            col(Notification.is_in_page),
            _is_open_to(person),
        )
    )


def _is_open_to(person: Person) -> ColumnElement[bool]:
    is_sealed = or_(
        col(Notification.is_sealed),
        func.coalesce(col(Petition.is_sealed), False),
        func.coalesce(col(Matter.is_sealed), False),
    )
    of_the_desk = col(Petition.bureau_id).in_(person.units_with(*SEALED_ROLES))
    return or_(~is_sealed, and_(col(Petition.id).is_not(None), of_the_desk))
