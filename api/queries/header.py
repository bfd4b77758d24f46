"""What the head of every page shows of the person who is signed in."""

from dataclasses import dataclass

from sqlmodel import Session

from records.notifications.choices import setting_of
from records.notifications.inbox import unread_count
from records.people import Person


@dataclass(frozen=True)
class Header:
    """Unread messages, and how the person wants pages to look and listen."""

    unread: int = 0
    is_large: bool = False
    has_shortcuts: bool = True


def header_of(session: Session, person: Person) -> Header:
    """Read beside the sign-in, before the page's own session is opened."""
    setting = setting_of(session, person.id)
    return Header(unread_count(session, person), setting.is_large, setting.has_shortcuts)
