"""What people are told about matters that come back."""

from datetime import datetime

from sqlmodel import Session

from records.models import Matter
from records.models.notification import NotificationKind
from records.notifications.notify import About, notify
from records.people import members_of

LEADERS = "unit_leader"


def tell_returned(session: Session, matter: Matter, element_id: str, *, now: datetime) -> None:
    """The matter came back to its unit at this step: its handler is told, and who leads the unit.

    Once per round, however often the step is repeated.
    """
    leaders = members_of(session, [f"{LEADERS}@{matter.unit_id}"])
    people = {*(user.id for user in leaders), *([matter.handler_id] if matter.handler_id else [])}
    notify(
        session,
        NotificationKind.matter_returned,
        people,
        About(petition_id=matter.petition_id, matter_id=matter.id, element_id=element_id),
        key=f"returned:{matter.id}:{matter.round}",
        now=now,
    )
