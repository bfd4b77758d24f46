"""Supervision by hand (articles 38 to 40): who orders it, who sees it, once per reason."""

from typing import Any

import httpx
import pytest

from records.models import Membership, Petition
from tests.api.office import HOUSING, SCHOOLS, Office

ORDER: dict[str, Any] = {"trigger": "leader_order", "reason": "领导批示", "matter": 1}


@pytest.fixture
def petition(office: Office) -> Petition:
    found = office.petition()
    office.matter(found)
    office.matter(found, unit=SCHOOLS, ordinal=2)
    with office.database.transaction() as session:
        session.add(Membership(user_id="clerk", role="supervisor", unit_id=found.bureau_id))
    return found


async def order(client: httpx.AsyncClient, petition: Petition, **change: Any) -> httpx.Response:
    return await client.post(f"/api/petitions/{petition.number}/supervisions", json=ORDER | change)


async def seen(client: httpx.AsyncClient, petition: Petition) -> list[dict[str, Any]]:
    answer = await client.get(f"/api/petitions/{petition.number}")
    found: list[dict[str, Any]] = answer.raise_for_status().json()["supervisions"]
    return found


async def test_it_starts_the_process_with_ids_and_codes_only(
    office: Office, clerk: httpx.AsyncClient, petition: Petition
) -> None:
    answer = await order(clerk, petition)
    assert answer.status_code == 201, answer.text
    made = answer.json()
    assert (made["unit"]["id"], made["step"]["id"], made["state"]["id"]) == (
        HOUSING,
        "none",
        "open",
    )
    kind, payload = office.outbox()[-1]
    assert (kind, payload["process_id"]) == ("start_instance", "supervision")
    assert payload["variables"]["trigger"] == "leader_order"
    assert "批示" not in str(payload)


async def test_one_runs_per_matter_and_reason(clerk: httpx.AsyncClient, petition: Petition) -> None:
    await order(clerk, petition)
    again = await order(clerk, petition)
    assert (again.status_code, again.json()["error"]) == (409, "SupervisionRuns")
    for change in ({"matter": 2}, {"trigger": "policy_problem"}, {"matter": None}):
        assert (await order(clerk, petition, **change)).status_code == 201


async def test_what_only_clocks_find_is_not_ordered(
    clerk: httpx.AsyncClient, petition: Petition
) -> None:
    assert (await order(clerk, petition, trigger="late_answer")).status_code == 422


async def test_a_unit_orders_none(handler: httpx.AsyncClient, petition: Petition) -> None:
    answer = await order(handler, petition)
    assert (answer.status_code, answer.json()["error"]) == (403, "RoleMissing")


async def test_the_unit_sees_its_own_and_no_other_unit_does(
    office: Office, clerk: httpx.AsyncClient, handler: httpx.AsyncClient, petition: Petition
) -> None:
    for number in (1, 2):
        await order(clerk, petition, matter=number)
    assert [one["matter"] for one in await seen(clerk, petition)] == [1, 2]
    assert [one["matter"] for one in await seen(handler, petition)] == [1]


async def test_the_petitioner_never_sees_it(
    office: Office, clerk: httpx.AsyncClient, petition: Petition
) -> None:
    await order(clerk, petition)
    async with office.client() as nobody:
        answer = await nobody.get(f"/api/public/petitions/{petition.query_code}")
    assert answer.status_code == 200
    assert "督办" not in answer.text
    assert "领导批示" not in answer.text
