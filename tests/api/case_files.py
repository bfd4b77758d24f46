"""What tests of the case page share: a petition that housing handles, and files to upload."""

from typing import Any

import httpx

from journal import tables
from law.decision_words import Procedure, Route
from records.models import Matter, Petition
from tests.api.office import HOUSING, Office, millis

PDF = b"%PDF-1.7\nletter"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00"
PROGRAM = b"MZ\x90\x00\x03\x00"
WORKED_ON: dict[str, Any] = {"route": Route.petition, "procedure": Procedure.ordinary}


def handled(office: Office, **more: Any) -> tuple[Petition, Matter]:
    """A petition and its matter, which housing handles within its period."""
    petition: Petition = office.petition(**more)
    matter: Matter = office.matter(petition, HOUSING, handler_id="handler_zj", **WORKED_ON)
    office.run_clock(petition, "D05", matter=matter)
    return petition, matter


async def upload(
    client: httpx.AsyncClient, petition: Petition, name: str = "信.pdf", content: bytes = PDF
) -> httpx.Response:
    """Send a file."""
    path = f"/api/petitions/{petition.number}/attachments"
    return await client.post(path, files={"file": (name, content, "text/html")})


def add_steps(office: Office, root_key: int, petition: Petition, count: int) -> None:
    """An instance called by this one that went through so many labelled steps."""
    child, at = next(office.keys) * 1000, millis(office.clock.now())
    definition = 2251799813685250
    office.write(
        tables.instance,
        [
            {
                "key": child,
                "process_id": "petition",
                "definition_key": definition,
                "version": 1,
                "root_key": root_key,
                "parent_key": root_key,
                "business_key": petition.id,
                "state": "active",
                "started_at": at,
            }
        ],
    )
    office.write(
        tables.element_instance,
        [
            {
                "key": child + number,
                "instance_key": child,
                "definition_key": definition,
                "element_id": "register_petition",
                "element_type": "SERVICE_TASK",
                "scope_key": child,
                "state": "completed",
                "started_at": at + number,
                "ended_at": at + number + 1,
            }
            for number in range(1, count + 1)
        ],
    )
