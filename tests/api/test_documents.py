"""Issued documents are shown as issued, to those who may see the case."""

from datetime import date

import httpx

from records.documents import issue_document
from records.models import Petition, Unit
from tests.api.office import HOUSING, Office


def issue(office: Office, petition: Petition) -> str:
    with office.database.transaction() as session:
        document = issue_document(
            session,
            petition=petition,
            element_id="notify_dispatch",
            kind="转",
            title="转送告知单",
            html=lambda number: f"<h1>转送告知单</h1><p>{number}</p><script>1</script>",
            basis="regulation_2022:22",
            unit=session.get_one(Unit, petition.bureau_id),
            template_sha256="0" * 64,
            now=office.clock.now(),
        )
        return document.id


async def test_a_document_is_listed_and_shown(office: Office, manager: httpx.AsyncClient) -> None:
    petition = office.petition()
    issue(office, petition)

    [listed] = (await manager.get(f"/api/petitions/{petition.number}")).json()["documents"]
    shown = await manager.get(listed["link"])

    assert listed["issued_on"] == date(2026, 11, 23).isoformat()
    assert listed["number"] in shown.text


async def test_a_document_runs_nothing(office: Office, manager: httpx.AsyncClient) -> None:
    document_id = issue(office, office.petition())

    policy = (await manager.get(f"/api/documents/{document_id}")).headers["content-security-policy"]

    assert policy.startswith("sandbox; default-src 'none'")


async def test_a_foreign_document_does_not_exist(
    office: Office, foreigner: httpx.AsyncClient, anyone: httpx.AsyncClient
) -> None:
    petition = office.petition()
    office.at_unit(petition, HOUSING)
    document_id = issue(office, petition)

    for identifier in (document_id, "no-such"):
        answer = await foreigner.get(f"/api/documents/{identifier}")
        assert (answer.status_code, answer.json()["error"]) == (404, "DocumentNotFound")
    assert (await anyone.get(f"/api/documents/{document_id}")).status_code == 401
