"""Which channels somebody has chosen for which kind of event, and where they are reached."""

from collections.abc import Mapping

from sqlalchemy import delete
from sqlmodel import Session, col, select

from records.models import NotificationChoice, UserSetting
from records.models.notification import Channel, NotificationKind

Choices = Mapping[tuple[NotificationKind, Channel], bool]

# As shipped: everything in the page and by e-mail; by SMS what cannot wait.
BY_SMS = (NotificationKind.task_urged, NotificationKind.clock_breached)


def is_on_as_shipped(kind: NotificationKind, channel: Channel) -> bool:
    """Whether the channel is on for who has not chosen."""
    return channel is not Channel.sms or kind in BY_SMS


def setting_of(session: Session, user_id: str) -> UserSetting:
    """What this person has set for themself; as shipped for who has set nothing yet."""
    return session.get(UserSetting, user_id) or UserSetting(user_id=user_id)


def choices_of(session: Session, user_id: str) -> dict[tuple[NotificationKind, Channel], bool]:
    """Every kind and channel, and whether it is on for this person."""
    chosen = {
        (NotificationKind(one.kind), Channel(one.channel)): one.is_on
        for one in session.exec(
            select(NotificationChoice).where(NotificationChoice.user_id == user_id)
        )
    }
    return {
        (kind, channel): chosen.get((kind, channel), is_on_as_shipped(kind, channel))
        for kind in NotificationKind
        for channel in Channel
    }


def keep_choices(session: Session, user_id: str, choices: Choices) -> None:
    """Keep what this person has chosen; what is as shipped follows later versions."""
    session.execute(delete(NotificationChoice).where(col(NotificationChoice.user_id) == user_id))
    session.add_all(
        NotificationChoice(user_id=user_id, kind=kind, channel=channel, is_on=is_on)
        for (kind, channel), is_on in choices.items()
        if is_on is not is_on_as_shipped(kind, channel)
    )


def chosen_channels(session: Session, user_id: str, kind: NotificationKind) -> set[Channel]:
    """The channels that are on for this kind and that reach the person."""
    setting, choices = setting_of(session, user_id), choices_of(session, user_id)
    reached = {Channel.page: True, Channel.email: setting.email, Channel.sms: setting.mobile}
    return {channel for channel, place in reached.items() if place and choices[kind, channel]}
