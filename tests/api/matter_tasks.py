"""Tasks of one matter in the made-up office, with the forms of the procedure."""

import json
from datetime import date
from typing import Any

from sqlalchemy import update
from sqlmodel import Session

from journal import tables
from records.models import Matter, Petition
from records.models.petition import Category
from settings import ROOT
from tests.api.office import HOUSING, Office, millis

RECEIVED = date(2026, 11, 20)


def add_matter(office: Office, petition: Petition, ordinal: int = 1, **fields: Any) -> str:
    """A claim that the housing unit has; gives its id."""
    given = {"category": Category.claim, "unit_id": HOUSING, "received_on": RECEIVED}
    with office.database.transaction() as session:
        matter = Matter(petition_id=petition.id, ordinal=ordinal, **given | fields)
        session.add(matter)
        session.flush()
        return matter.id


def matter_of(session: Session, matter_id: str) -> Matter:
    """The matter as it stands."""
    return session.get_one(Matter, matter_id)


def task_of(
    office: Office, petition: Petition, matter_id: str | None, element: str, *groups: str
) -> int:
    """An instance waiting at this user task, about a matter or the petition; the task's key."""
    key = office.task(petition, element, groups)
    at = millis(office.clock.now())
    instance = key - 5
    with office.journal.transaction() as session:
        tasks = tables.user_task
        session.execute(update(tasks).where(tasks.c.key == key).values(form_key=None))
    office.write(
        tables.form,
        [
            {
                "form_key": key + 1,
                "form_id": element,
                "version": 99,
                "body": (ROOT / "forms" / f"{element}.form").read_text(),
                "deployed_at": at,
            }
        ],
    )
    if matter_id is not None:
        # A step that calls the process of another matter has a variable of that name too.
        for scope, value in ((instance, matter_id), (key - 1, "another")):
            _variable(office, instance, scope, value, at)
    return key


def _variable(office: Office, instance: int, scope: int, value: str, at: int) -> None:
    row = {"scope_key": scope, "name": "matter_id", "instance_key": instance}
    office.write(tables.variable, [row | {"value": json.dumps(value), "updated_at": at}])
