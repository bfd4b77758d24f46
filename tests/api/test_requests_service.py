"""Recording by hand how a document was served (articles 88 to 95 of the Civil Procedure Law)."""

from typing import Any

import httpx
import pytest

from records.models import Document, Petition
from tests.api.office import HOUSING, Office
from tests.api.papers import issued

BY_HAND: dict[str, Any] = {"way": "in_person", "on": "2026-11-23"}


def issue(
    office: Office, petition: Petition, element_id: str = "notify_dispatch", unit: str = ""
) -> Document:
    with office.database.transaction() as session:
        by, now = unit or petition.bureau_id, office.clock.now()
        return issued(session, petition, by, now, element_id=element_id)


async def serve(client: httpx.AsyncClient, document: Document, **change: Any) -> httpx.Response:
    path = f"/api/documents/{document.id}/service"
    return await client.post(path, json=BY_HAND | change)


async def test_every_attempt_is_kept_with_the_day_of_receipt(
    office: Office, clerk: httpx.AsyncClient
) -> None:
    petition = office.petition()
    document = issue(office, petition)
    failed = await serve(clerk, document, way="post", is_served=False, note="无人签收")
    served = await serve(clerk, document, recipient="乙某某", relation="配偶")

    assert (failed.status_code, failed.json()["received_on"]) == (201, None)
    assert (served.json()["ordinal"], served.json()["received_on"]) == (2, "2026-11-23")
    [listed] = (await clerk.get(f"/api/petitions/{petition.number}")).json()["documents"]
    assert [one["way"] for one in listed["services"]] == ["post", "in_person"]
    assert listed["services"][1]["server"] == "接待窗口"
    assert listed["can_record_service"] is True


async def test_public_notice_counts_after_its_days(
    office: Office, clerk: httpx.AsyncClient
) -> None:
    answer = await serve(
        clerk, issue(office, office.petition()), way="public_notice", other_ways_failed=True
    )
    assert answer.json()["received_on"] == "2026-12-23"


@pytest.mark.parametrize(
    ("change", "status", "error"),
    [
        ({"is_proved": False}, 409, "ProofOfServiceMissing"),
        ({"way": "electronic"}, 409, "ConsentMissing"),
        ({"way": "left"}, 409, "RefusalMissing"),
        ({"way": "public_notice"}, 409, "PublicNoticeTooEarly"),
        ({"on": "2026-11-24"}, 422, "DateInFuture"),
        ({"way": "pigeon"}, 422, "InvalidInput"),
    ],
)
async def test_what_the_law_asks_for_is_named(
    office: Office, clerk: httpx.AsyncClient, change: dict[str, Any], status: int, error: str
) -> None:
    answer = await serve(clerk, issue(office, office.petition()), **change)
    assert (answer.status_code, answer.json()["error"]) == (status, error)


async def test_an_opinion_is_served_in_its_own_task(
    office: Office, handler: httpx.AsyncClient
) -> None:
    petition = office.petition()
    office.matter(petition)
    answer = await serve(handler, issue(office, petition, "issue_opinion", HOUSING))
    assert (answer.status_code, answer.json()["error"]) == (409, "ServedInTask")


async def test_who_works_where_it_was_issued_records_it(
    office: Office, clerk: httpx.AsyncClient, handler: httpx.AsyncClient
) -> None:
    petition = office.petition()
    office.matter(petition)
    own = issue(office, petition, "send_acceptance", HOUSING)
    assert (await serve(handler, own)).status_code == 201
    assert (await serve(clerk, own)).json()["error"] == "RoleMissing"
    async with office.client("handler_jy") as foreigner:
        answer = await serve(foreigner, own)
    assert (answer.status_code, answer.json()["error"]) == (404, "DocumentNotFound")
