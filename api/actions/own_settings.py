"""Keeping what somebody sets for themself."""

from sqlmodel import Session

from api.shapes.notification import OwnSettings
from records.notifications.choices import keep_choices, setting_of
from records.people import Person


def keep_own_settings(session: Session, person: Person, wanted: OwnSettings) -> None:
    """All of them at once; a kind and channel that is not named stays as shipped."""
    setting = setting_of(session, person.id)
    setting.email, setting.mobile = wanted.email, wanted.mobile
    setting.is_large, setting.has_shortcuts = wanted.is_large, wanted.has_shortcuts
    session.add(setting)
    keep_choices(session, person.id, {(one.kind, one.channel): one.is_on for one in wanted.choices})


def keep_type_size(session: Session, person: Person, *, is_large: bool) -> None:
    """Large type or not, wherever the person signs in."""
    setting = setting_of(session, person.id)
    setting.is_large = is_large
    session.add(setting)
