"""催办通知: the system reminds a unit of what is due (article 40(1))."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from sqlmodel import Session

from records.models import Petition, Supervision
from workers.notices.required import Says
from workers.notices.supervised import SupervisionLetter, feedback_due, head_of


@dataclass(frozen=True)
class Reminder(SupervisionLetter):
    """Until when the unit does it or says why not."""

    element_id = "send_reminder"

    feedback_due_on: Annotated[str, Says("反馈期限")]


def send_reminder_notice(
    session: Session, petition: Petition, row: Supervision, now: datetime
) -> Reminder:
    """The reminder that goes out now."""
    return Reminder(
        kind="催办",
        title="信访事项催办通知",
        basis="regulation_2022:40(1)",
        **head_of(session, petition, row),
        feedback_due_on=feedback_due(session, now),
    )
