"""Open tasks of a case that its reader may urge."""

from collections.abc import Iterable

from sqlmodel import Session

from api.queries.task import load_task
from api.shapes.case import CaseTask
from api.shapes.petition import Step
from records.people import Person
from records.task_work.urging import may_urge
from records.tasks.errors import TaskEnded, TaskNotFound
from records.tasks.rules import check_undecided


def urgeable_tasks(session: Session, person: Person, steps: Iterable[Step]) -> list[CaseTask]:
    """Tasks among these steps whose holder or groups the reader may urge."""
    found = []
    for step in steps:
        if step.task_key is None:
            continue
        try:
            task = load_task(session, int(step.task_key))
            check_undecided(session, task)
        except (TaskNotFound, TaskEnded):
            continue
        if may_urge(session, person, task):
            found.append(
                CaseTask(
                    key=step.task_key,
                    element_id=step.element_id,
                    name=step.name,
                    holder=step.holder,
                )
            )
    return found
