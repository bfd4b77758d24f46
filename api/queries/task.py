"""One task out of the journal, with its petition, its form and what the form starts from."""

import json
from typing import Any

from sqlalchemy import Row, select
from sqlmodel import Session, col
from sqlmodel import select as select_rows

from api.errors import FormMissing
from journal.tables import form, user_task, variable
from records.models import Petition, Unit
from records.tasks import TaskNotFound, TaskRef


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
    )


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


def initial_data(session: Session, task: TaskRef) -> dict[str, Any]:
    """What the form starts from: the petition's codes, and the options of selects.

    `unit_options`: units a petition can be sent to, as `[{"label": name, "value": unit id}]`.
    """
    petition = session.get(Petition, task.petition_id) if task.petition_id else None
    if petition is None:
        return {}
    data: dict[str, Any] = {
        "number": petition.number,
        "subject": petition.subject,
        "received_on": petition.received_on.isoformat(),
        "unit_options": unit_options(session),
    }
    proposed = petition.proposed_category or _proposed_category(session, task)
    if proposed:
        # The proposal is preselected; the officer decides.
        data["proposed_category"] = data["category"] = proposed
    if petition.category:
        data["category"] = petition.category.value
    if petition.unit_id:
        data["unit"] = petition.unit_id
    return data


def _proposed_category(session: Session, task: TaskRef) -> str | None:
    # What the decision table said, as the engine has it.
    value = session.execute(
        select(variable.c.value)
        .join(user_task, user_task.c.instance_key == variable.c.instance_key)
        .where(user_task.c.key == task.key, variable.c.name == "proposed_category")
    ).scalar()
    proposed = json.loads(value) if value else None
    return proposed if isinstance(proposed, str) else None


def unit_options(session: Session) -> list[dict[str, str]]:
    """Units that handle petitions, as options of a select."""
    units = session.exec(select_rows(Unit).where(Unit.kind != "bureau").order_by(col(Unit.id)))
    return [{"label": unit.name, "value": unit.id} for unit in units]
