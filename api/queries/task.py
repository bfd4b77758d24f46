"""One task out of the journal, with its petition, its form and what the form starts from."""

import json
from datetime import date
from typing import Any

from sqlalchemy import Row, select
from sqlmodel import Session

from api.errors import FormMissing
from api.language import Language
from api.queries.initial import Start
from api.queries.initial import initial_data as filled
from journal.tables import form, user_task, variable
from records.models import Matter, Petition, Review
from records.tasks.errors import TaskNotFound
from records.tasks.rules import TaskRef


def task_row(session: Session, key: int) -> Row[Any]:
    """The journal's row of a task. Raises TaskNotFound."""
    row = session.execute(select(user_task).where(user_task.c.key == key)).first()
    if row is None:
        raise TaskNotFound
    return row


def task_ref(session: Session, row: Row[Any]) -> TaskRef:
    """The task as records.tasks wants it."""
    petition = session.get(Petition, row.business_key) if row.business_key else None
    return TaskRef(
        key=row.key,
        petition_id=row.business_key,
        bureau_id=petition.bureau_id if petition else None,
        element_id=row.element_id,
        form_key=row.form_key,
        groups=tuple(json.loads(row.candidate_groups)),
        is_open=row.state == "created",
        matter_id=_own_id(session, row.instance_key, "matter_id"),
        review_id=_own_id(session, row.instance_key, "review_id"),
        supervision_id=_own_id(session, row.instance_key, "supervision_id"),
    )


def _own_id(session: Session, instance_key: int, name: str) -> str | None:
    """The matter, review or supervision the instance is about; None where it is about none.

    The variable of the instance itself counts: a step that calls the process of a matter has one
    of its own.
    """
    value = session.execute(
        select(variable.c.value).where(
            variable.c.scope_key == instance_key, variable.c.name == name
        )
    ).scalar_one_or_none()
    found = json.loads(value) if value else None
    return found if isinstance(found, str) else None


def load_task(session: Session, key: int) -> TaskRef:
    """The task with this key. Raises TaskNotFound."""
    return task_ref(session, task_row(session, key))


def form_schema(session: Session, task: TaskRef) -> dict[str, Any]:
    """The very version of the form the task was made with, else the newest of the same name.

    Raises FormMissing.
    """
    body = None
    if task.form_key is not None:
        body = session.execute(
            select(form.c.body).where(form.c.form_key == task.form_key)
        ).scalar_one_or_none()
    if body is None:
        body = session.execute(
            select(form.c.body)
            .where(form.c.form_id == task.element_id)
            .order_by(form.c.version.desc(), form.c.form_key.desc())
            .limit(1)
        ).scalar_one_or_none()
    if body is None:
        raise FormMissing
    schema: dict[str, Any] = json.loads(body)
    return schema


def initial_data(
    session: Session, task: TaskRef, today: date, language: Language = "zh"
) -> dict[str, Any]:
    """What the form starts from, see api.queries.initial; nothing for a task without a petition."""
    petition = session.get(Petition, task.petition_id) if task.petition_id else None
    if petition is None:
        return {}
    matter = session.get(Matter, task.matter_id) if task.matter_id else None
    review = session.get(Review, task.review_id) if task.review_id else None
    return filled(Start(session, task, petition, matter, today, language, review))
