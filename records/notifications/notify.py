"""The one door through which people are told something."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlmodel import Session, col, select

from law.instants import SHANGHAI
from records.absences import deputies_of
from records.insert_once import insert_once
from records.models import Notification, NotificationDelivery, User
from records.models.notification import Channel, NotificationKind
from records.notifications.choices import chosen_channels
from records.notifications.sealing import desk_of, is_sealed


@dataclass(frozen=True)
class About:
    """What somebody is told about: ids, codes and a day, never words of people.

    `is_sealed`: a step of the sealed desk, whatever the petition says. `items`: of a daily list.
    """

    petition_id: str | None = None
    matter_id: str | None = None
    task_key: int | None = None
    element_id: str | None = None
    clock_code: str | None = None
    due_on: date | None = None
    is_sealed: bool = False
    items: list[dict[str, Any]] = field(default_factory=list)


def notify(
    session: Session,
    kind: NotificationKind,
    user_ids: Iterable[str],
    about: About,
    *,
    key: str,
    now: datetime,
    actor: str | None = None,
) -> int:
    """Tell each of these people once, on the channels they chose; how many were told anew.

    `key` names the event: who was told of it before is not told again. `actor` did it and need not
    be told. Who is away is told with their deputy, but for the list of the day. About what is
    sealed the sealed desk of its bureau is told, nobody else (article 30).
    """
    wanted = {*user_ids}
    if kind is not NotificationKind.daily_list:
        wanted |= deputies_of(session, wanted, now.astimezone(SHANGHAI).date())
    wanted -= {actor}
    if is_sealed(session, about.petition_id, about.matter_id, is_step=about.is_sealed):
        wanted &= desk_of(session, about.petition_id)
    active = session.exec(select(User.id).where(col(User.id).in_(wanted), col(User.is_active)))
    return sum(
        _tell(session, kind, user_id, about, key=key, now=now) for user_id in sorted(active.all())
    )


def _tell(
    session: Session,
    kind: NotificationKind,
    user_id: str,
    about: About,
    *,
    key: str,
    now: datetime,
) -> bool:
    channels = chosen_channels(session, user_id, kind)
    if not channels:
        return False
    # Two workers may do the same job at once: the unique key decides, and nobody is told twice.
    new = insert_once(session, Notification)
    row = new.values(
        user_id=user_id,
        kind=kind,
        event_key=key,
        petition_id=about.petition_id,
        matter_id=about.matter_id,
        is_sealed=about.is_sealed,
        task_key=about.task_key,
        element_id=about.element_id,
        clock_code=about.clock_code,
        due_on=about.due_on,
        items=about.items,
        is_in_page=Channel.page in channels,
        at=now,
    )
    told = session.execute(row.on_conflict_do_nothing().returning(col(Notification.id)))
    notification_id = told.scalar_one_or_none()
    if notification_id is None:
        return False
    session.add_all(
        NotificationDelivery(notification_id=notification_id, channel=channel)
        for channel in sorted(channels - {Channel.page})
    )
    return True
