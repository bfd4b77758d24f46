"""What people decided in the tasks of a case, for the steps that follow."""

from datetime import datetime

from sqlmodel import Session, col, select

from records.models import TaskDecision


def latest(
    session: Session,
    element_id: str,
    *,
    petition_id: str | None = None,
    matter_id: str | None = None,
    supervision_id: str | None = None,
    since: datetime | None = None,
) -> TaskDecision | None:
    """The last decision of this step, of the petition, one matter or supervision; None without one.

    `since`: one taken before then does not count.
    """
    found = select(TaskDecision).where(TaskDecision.element_id == element_id)
    if petition_id is not None:
        found = found.where(TaskDecision.petition_id == petition_id)
    if matter_id is not None:
        found = found.where(TaskDecision.matter_id == matter_id)
    if supervision_id is not None:
        found = found.where(TaskDecision.supervision_id == supervision_id)
    if since is not None:
        found = found.where(col(TaskDecision.decided_at) >= since)
    newest = col(TaskDecision.decided_at).desc(), col(TaskDecision.task_key).desc()
    return session.exec(found.order_by(*newest)).first()
