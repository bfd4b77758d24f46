"""Reporting that a petition is grave or urgent, from wherever it is (article 25)."""

from datetime import timedelta
from typing import Any

import httpx
import pytest

from records.models import Petition
from tests.api.office import HOUSING, Office
from tests.api.sealed_cases import sealed_case

GIVEN: dict[str, Any] = {"kind": "violence_or_threat", "situation": "来访人扬言伤人"}


async def report(client: httpx.AsyncClient, petition: Petition, **change: Any) -> httpx.Response:
    path = f"/api/petitions/{petition.number}/urgent-reports"
    return await client.post(path, json=GIVEN | change)


@pytest.mark.parametrize("user", ["clerk", "classifier", "leader", "unit_leader_zj", "handler_zj"])
async def test_bureau_and_unit_report_it(office: Office, user: str) -> None:
    petition = office.petition()
    office.matter(petition, HOUSING)
    async with office.client(user) as client:
        answer = await report(client, petition)
    assert answer.status_code == 201
    now = office.clock.now()
    assert answer.json()["phone_due_at"] == (now + timedelta(hours=1)).isoformat()
    assert answer.json()["written_due_at"] == (now + timedelta(hours=2)).isoformat()


async def test_others_do_not(office: Office, manager: httpx.AsyncClient) -> None:
    petition = office.petition()
    assert (await report(manager, petition)).json()["error"] == "RoleMissing"
    async with office.client("handler_jy") as foreigner:
        assert (await report(foreigner, petition)).status_code == 404
    async with office.client("sealed") as desk:
        answer = await report(desk, sealed_case(office, 1).petition)
    assert answer.json()["error"] == "RoleMissing"


async def test_a_second_one_is_refused_while_the_first_is_open(
    office: Office, clerk: httpx.AsyncClient
) -> None:
    petition = office.petition()
    await report(clerk, petition)
    answer = await report(clerk, petition)
    assert (answer.status_code, answer.json()["error"]) == (409, "UrgentReportOpen")


async def test_edge_case_of_a_threat_has_its_order_steps_beside_it(
    office: Office, clerk: httpx.AsyncClient
) -> None:
    """Edge case 28: urgent and an order record; clocks and main flow are as before."""
    petition = office.petition()
    office.clock_for(petition)
    before = (await clerk.get(f"/api/petitions/{petition.number}")).json()
    answer = await report(clerk, petition, conduct="insult_violence_or_threat", is_serious=True)
    assert answer.json()["order_steps"] == [
        *("record", "dissuade", "call_police", "report_urgently"),
    ]
    after = (await clerk.get(f"/api/petitions/{petition.number}")).json()
    assert [one["due_on"] for one in after["clocks"]] == [one["due_on"] for one in before["clocks"]]
    assert after["steps"] == before["steps"]
    assert after["urgent"][0]["kind"] == "violence_or_threat"


async def test_lateness_shows_once_the_hours_are_over(
    office: Office, clerk: httpx.AsyncClient
) -> None:
    petition = office.petition()
    await report(clerk, petition)
    path = f"/api/petitions/{petition.number}/urgent-reports"
    office.clock.move(timedelta(minutes=61))
    [shown] = (await clerk.get(path)).json()
    assert (shown["is_phone_late"], shown["is_written_late"]) == (True, False)


async def test_measures_are_logged(office: Office, clerk: httpx.AsyncClient) -> None:
    petition = office.petition()
    path = f"/api/petitions/{petition.number}/urgent-reports/measures"
    refused = await clerk.post(path, json={"text": "已经到场"})
    assert (refused.status_code, refused.json()["error"]) == (409, "NoUrgentReport")
    await report(clerk, petition)
    answer = await clerk.post(path, json={"text": "已经到场"})
    assert [(one["kind"], one["text"]) for one in answer.json()["acts"]] == [
        ("measure", "已经到场")
    ]


async def test_the_engine_hears_ids_only(office: Office, clerk: httpx.AsyncClient) -> None:
    await report(clerk, office.petition())
    _, payload = office.outbox()[-1]
    assert payload["process_id"] == "urgent_report"
    assert "扬言" not in str(payload)


async def test_the_case_page_has_the_form_and_says_whose_hours_they_are(
    office: Office, clerk: httpx.AsyncClient
) -> None:
    petition = office.petition()
    path = f"/petitions/{petition.number}"
    assert "小时数为本机关设置，条例没有规定" in (await clerk.get(path)).text
    done = await clerk.post(f"{path}/urgent-reports", data=GIVEN)
    assert "?done=urgent_reported" in done.headers["location"]
    done = await clerk.post(f"{path}/urgent-reports/measures", data={"text": "已经到场"})
    assert "?done=measure_logged" in done.headers["location"]
    page = (await clerk.get(path)).text
    assert "暴力、威胁或者扬言" in page
    assert "已经到场" in page
