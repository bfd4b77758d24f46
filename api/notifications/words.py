"""A notification in words: number, step and day; nothing that people wrote, nobody's name."""

from datetime import date
from typing import Any

from sqlmodel import Session

from api.i18n import text, text_or
from api.language import Language
from api.notifications.steps import clock_name, step_name
from records.models import Notification, Petition
from records.models.notification import NotificationKind
from records.notifications.sealing import desk_of, is_sealed


def about_sealed(session: Session, notification: Notification) -> bool:
    """Whether it is about what is sealed as the records stand now."""
    return is_sealed(
        session,
        notification.petition_id,
        notification.matter_id,
        is_step=notification.is_sealed,
    )


def title(session: Session, language: Language, notification: Notification) -> str:
    """What has happened, in a few words; of a sealed case not even that."""
    if about_sealed(session, notification):
        return text(language, "told.sealed")
    return text(language, f"told.{notification.kind}")


def details(session: Session, language: Language, notification: Notification) -> str:
    """Number, step and due day on one line; empty for what is sealed and for a daily list."""
    if about_sealed(session, notification):
        return ""
    if notification.kind is NotificationKind.daily_list:
        return ""
    petition = session.get(Petition, notification.petition_id) if notification.petition_id else None
    return _line(
        session,
        language,
        petition.number if petition else "",
        notification.task_key,
        notification.element_id,
        notification.clock_code,
        notification.due_on,
    )


def listed(session: Session, language: Language, notification: Notification) -> list[str]:
    """The lines of a daily list; what has been sealed since it was made is only counted."""
    lines, sealed = [], 0
    for item in notification.items:
        petition = session.get(Petition, item["petition_id"])
        if petition is None:
            continue
        if is_sealed(session, petition.id, None, is_step=bool(item["is_sealed"])):
            # For who is not of its desk it does not exist, not even as a number.
            sealed += notification.user_id in desk_of(session, petition.id)
            continue
        lines.append(_item(session, language, petition, item))
    if sealed:
        lines.append(text(language, "told.also_sealed", count=sealed))
    return lines


def day_words(language: Language, day: date) -> str:
    """A day as pages write it."""
    if language == "zh":
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {day:%b %Y}"


def _item(session: Session, language: Language, petition: Petition, item: dict[str, Any]) -> str:
    due_on = date.fromisoformat(item["due_on"])
    key, element = int(item["task_key"]), item["element_id"]
    return _line(session, language, petition.number, key, element, None, due_on)


def _line(
    session: Session,
    language: Language,
    number: str,
    task_key: int | None,
    element_id: str | None,
    clock_code: str | None,
    due_on: date | None,
) -> str:
    step = clock_name(clock_code, language) if clock_code else ""
    if element_id:
        step = step_name(session, task_key, element_id)
        step = text_or(language, f"told_step.{element_id}", step)
    due = text(language, "told.due", day=day_words(language, due_on)) if due_on else ""
    return " · ".join(part for part in (number, step, due) if part)
