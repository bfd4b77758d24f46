"""One task out of the journal, with its petition, its form and what the form starts from."""

import json
from datetime import date
from typing import Any

from sqlalchemy import Row, select
from sqlmodel import Session

from api.errors import FormMissing
from api.queries.proposals import proposals_for
from journal.tables import form, user_task
from records.models import Petition
from records.proposals import answers_to
from records.tasks import TaskNotFound, TaskRef
from records.units import handling_units


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


def initial_data(session: Session, task: TaskRef, today: date) -> dict[str, Any]:
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
        "unit_options": unit_options(session, today),
    }
    for proposal in proposals_for(session, task):
        for answer in answers_to(task.element_id, proposal.decision_id):
            if (value := proposal.values.get(answer.output)) is not None:
                # The proposal is preselected; the officer decides.
                data[f"proposed_{answer.output}"] = data[answer.field] = value
    if petition.category:
        data["category"] = petition.category.value
    if petition.unit_id:
        data["unit"] = petition.unit_id
    return data


def unit_options(session: Session, today: date) -> list[dict[str, str]]:
    """Units that handle petitions on that day, as options of a select."""
    units = handling_units(session, today)
    return [{"label": unit.name, "value": unit.id} for unit in units]
