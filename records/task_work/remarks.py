"""Notes at a task, for whoever works on it."""

from datetime import datetime

from sqlmodel import Session, col, select

from records import audit
from records.models import TaskRemark
from records.people import Person
from records.task_work.changes import note_change
from records.tasks.rules import TaskRef, check_visible

REMARK = "remark"


def write_remark(
    session: Session, person: Person, task: TaskRef, text: str, *, now: datetime
) -> TaskRemark:
    """A note by somebody who sees the task; also once it has ended. Raises TaskNotFound."""
    check_visible(session, person, task)
    remark = TaskRemark(
        task_key=task.key, kind=REMARK, text=text.strip(), written_by=person.id, written_at=now
    )
    session.add(remark)
    note_change(session, task.key, "remark_task", actor=person.id, now=now)
    audit.record(
        session,
        now=now,
        actor=person.id,
        action="remark_task",
        petition_id=task.petition_id,
        task_key=str(task.key),
        matter_id=task.matter_id,
    )
    return remark


def remarks_of(session: Session, task_key: int) -> list[TaskRemark]:
    """The notes at a task, oldest first."""
    found = select(TaskRemark).where(TaskRemark.task_key == task_key)
    return list(session.exec(found.order_by(col(TaskRemark.written_at), col(TaskRemark.id))))
