"""What the person who is signed in has set for themself."""

from sqlmodel import Session

from api.notifications.sender import channels_of
from api.shapes.notification import Choice, OwnSettingsOut
from records.models.notification import Channel
from records.notifications.choices import choices_of, setting_of
from records.people import Person
from settings import Settings


def own_settings(session: Session, person: Person, settings: Settings) -> OwnSettingsOut:
    """Their settings; as shipped for who has set nothing yet."""
    setting = setting_of(session, person.id)
    return OwnSettingsOut(
        email=setting.email,
        mobile=setting.mobile,
        is_large=setting.is_large,
        has_shortcuts=setting.has_shortcuts,
        choices=[
            Choice(kind=kind, channel=channel, is_on=is_on)
            for (kind, channel), is_on in choices_of(session, person.id).items()
        ],
        sending=sending_channels(settings),
    )


def sending_channels(settings: Settings) -> list[Channel]:
    """Channels by which a message reaches somebody."""
    channels = channels_of(settings)
    return [Channel.page, *sorted(one for one, way in channels.items() if way.is_sending)]
