"""Petitions for the tests of the inbox, each at one step, told apart by its subject."""

from typing import Any

import httpx
from sqlalchemy import text

from records.models import Petition, PetitionFlag
from tests.api.office import HOUSING, Office

HANDLERS = (f"handler@{HOUSING}",)


def waiting(
    office: Office,
    subject: str,
    *,
    groups: tuple[str, ...] = HANDLERS,
    step: str = "handle_petition",
    due_on: str | None = None,
    flags: tuple[str, ...] = (),
    fields: dict[str, Any] | None = None,
    **filed: Any,
) -> int:
    """A petition filed so and changed so, whose task waits in these groups; the task's key."""
    petition = office.petition(subject, **filed)
    with office.database.transaction() as session:
        kept = session.get_one(Petition, petition.id)
        for name, value in (fields or {}).items():
            setattr(kept, name, value)
        session.add(kept)
        for flag in flags:
            session.add(PetitionFlag(petition_id=kept.id, flag=flag))
        if due_on:
            session.execute(
                text(
                    "INSERT INTO clock (id, petition_id, subject, code, due_on, is_running, "
                    "is_breached) VALUES (:id, :petition, '', 'D02', :due_on, true, false)"
                ),
                {"id": f"c{kept.id[:30]}", "petition": kept.id, "due_on": due_on},
            )
    return office.task(petition, step, groups)


async def search(client: httpx.AsyncClient, **wanted: Any) -> list[str]:
    """Subjects of the list asked for in a body, in its order."""
    answer = await client.post("/api/tasks/search", json=wanted)
    assert answer.status_code == 200, answer.text
    return [row["subject"] for row in answer.json()["tasks"]]
