"""A delivery becomes a message, or nothing: looked at again at the moment of sending."""

from sqlmodel import Session

from api.i18n import text
from api.language import as_language
from api.notifications.channels import Message
from api.notifications.words import about_sealed, details, listed, title
from records.models import Notification, User
from records.models.notification import Channel, NotificationKind
from records.notifications.choices import setting_of
from records.notifications.queue import LeasedDelivery
from records.notifications.sealing import desk_of
from settings import Settings


def compose(session: Session, settings: Settings, delivery: LeasedDelivery) -> Message | None:
    """The message of this delivery in the words of its reader.

    None when it must not or need not be sent any more: the account is closed, the address was
    taken away, or the case has been sealed and is not of the reader's desk.
    """
    one = session.get(Notification, delivery.notification_id)
    user = session.get(User, one.user_id) if one else None
    if one is None or user is None or not user.is_active:
        return None
    if about_sealed(session, one) and user.id not in desk_of(session, one.petition_id):
        return None
    setting = setting_of(session, user.id)
    address = setting.email if delivery.channel is Channel.email else setting.mobile
    if not address:
        return None
    language = as_language(user.language) or settings.language
    head = title(session, language, one)
    line = details(session, language, one)
    lines = listed(session, language, one)
    if one.kind is NotificationKind.daily_list and not lines:
        return None
    message_id = f"notification-{delivery.id}"
    if delivery.channel is Channel.sms:
        said = text(language, "told.sms_list", count=len(lines)) if lines else line
        words = f"{text(language, 'told.mark')}{head}" + (f" {said}" if said else "")
        return Message(message_id, address, "", words)
    body = [head, *([line] if line else []), *lines, "", text(language, "told.look")]
    if settings.staff_address:
        body.append(settings.staff_address.rstrip("/") + "/notifications")
    body += ["", text(language, "told.footer")]
    subject = f"{text(language, 'told.mark')}{head}"
    return Message(message_id, address, subject, "\n".join(body) + "\n")
