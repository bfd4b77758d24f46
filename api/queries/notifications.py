"""The messages of the person who is signed in."""

from sqlmodel import Session

from api.language import Language
from api.notifications.words import about_sealed, details, listed, title
from api.queries.paging import as_key, from_cursor, to_cursor
from api.shapes.notification import NotificationOut, NotificationPage
from records.models import Notification, Petition
from records.models.notification import NotificationKind
from records.notifications.inbox import told, unread_count
from records.people import Person


def notification_page(
    session: Session, person: Person, *, limit: int, cursor: str | None, language: Language
) -> NotificationPage:
    """One page of them, newest first. Raises BadCursor."""
    before = as_key(from_cursor(cursor, 1)[0]) if cursor else None
    rows = told(session, person, limit=limit + 1, before=before)
    shown = rows[:limit]
    return NotificationPage(
        notifications=[_view(session, language, one) for one in shown],
        unread=unread_count(session, person),
        next=to_cursor(shown[-1].id) if len(rows) > limit else None,
    )


def place_of(session: Session, notification: Notification) -> str:
    """The page that a message leads to; of what is sealed, the list of its desk."""
    if about_sealed(session, notification):
        return "/sealed"
    if notification.task_key is not None:
        return f"/tasks/{notification.task_key}"
    if notification.kind is NotificationKind.daily_list:
        return "/?scope=mine&sort=due"
    petition = session.get(Petition, notification.petition_id) if notification.petition_id else None
    return f"/petitions/{petition.number}" if petition else "/"


def _view(session: Session, language: Language, one: Notification) -> NotificationOut:
    return NotificationOut(
        id=str(one.id),
        kind=one.kind,
        title=title(session, language, one),
        details=details(session, language, one),
        lines=listed(session, language, one),
        href=place_of(session, one),
        at=one.at,
        is_read=one.read_at is not None,
    )
