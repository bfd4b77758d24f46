"""What people ask of a task over the API, and forms that they hand in."""

from typing import Any

import httpx
from sqlmodel import select

from records.models import AuditEntry, Petition
from tests.api.office import HOUSING, Office

HANDLERS, LEADERS = f"handler@{HOUSING}", f"unit_leader@{HOUSING}"
HEARD: dict[str, Any] = {"heard_on": "2026-11-23", "statement": "陈述如下。"}
OPINION: dict[str, Any] = {
    "outcome": "support",
    "facts": "经核实，电梯停用属实。",
    "answer": "电梯已于上周修复并通过检验，现予答复。",
    "legal_basis": "《信访工作条例》第三十二条",
}


async def ask(
    client: httpx.AsyncClient, key: int, path: str, method: str = "POST", **body: Any
) -> httpx.Response:
    """The answer to what is asked of the task."""
    return await client.request(method, f"/api/tasks/{key}/{path}", json=body or None)


async def look(client: httpx.AsyncClient, key: int) -> dict[str, Any]:
    """The task as it is shown."""
    task: dict[str, Any] = (await client.get(f"/api/tasks/{key}")).json()
    return task


def acts(office: Office, petition: Petition) -> list[tuple[str, str]]:
    """What was done at tasks of the petition, and by whom; oldest first."""
    with office.database.reading() as session:
        found = session.exec(
            select(AuditEntry).where(AuditEntry.petition_id == petition.id).order_by("id")
        ).all()
        return [(one.action, one.actor) for one in found if "task_key" in one.detail]
