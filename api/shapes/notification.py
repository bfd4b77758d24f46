"""Messages to the person who is signed in, and their own settings."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, Field, StringConstraints

from api.shapes.common import Key, Moment
from records.models.notification import Channel, NotificationKind

# One address, nothing that would end a line of the mail's head.
Email = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True,
        max_length=254,
        pattern=r"^$|^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$",
    ),
]
Mobile = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=20, pattern=r"^$|^\+?[0-9][0-9 -]{4,18}$"),
    AfterValidator(lambda number: number.replace(" ", "").replace("-", "")),
]


class NotificationOut(BaseModel):
    """One message. `lines` are those of a list of the day."""

    id: Key
    kind: NotificationKind
    title: str
    details: str
    lines: list[str]
    href: str
    at: Moment
    is_read: bool


class NotificationPage(BaseModel):
    """Messages, newest first; `next` leads to older ones."""

    notifications: list[NotificationOut]
    unread: int
    next: str | None


class ReadUntil(BaseModel):
    """Everything up to this message counts as read."""

    until: Annotated[int, Field(ge=0, lt=2**63)]


class Choice(BaseModel):
    """Whether one kind of event is told on one channel."""

    kind: NotificationKind
    channel: Channel
    is_on: bool


class OwnSettings(BaseModel):
    """Where somebody is reached, what they want to be told, how pages look and listen."""

    email: Email = ""
    mobile: Mobile = ""
    is_large: bool = False
    has_shortcuts: bool = True
    choices: list[Choice]


class OwnSettingsOut(OwnSettings):
    """The same, and which channels reach anybody: without a mail server, e-mail does not."""

    sending: list[Channel]
