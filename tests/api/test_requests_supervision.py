"""Supervision by hand (articles 38 to 40): who orders it, who sees it, once per reason."""

from datetime import date
from typing import Any

import httpx
import pytest
from sqlalchemy import delete
from sqlmodel import col

from records.documents import issue_document
from records.models import Advice, Membership, Petition, Supervision, Unit
from records.models.supervision import AdviceKind
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
    assert sorted(one["matter"] for one in await seen(clerk, petition)) == [1, 2]
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


async def test_it_says_who_must_do_what_by_when(
    office: Office, clerk: httpx.AsyncClient, handler: httpx.AsyncClient, petition: Petition
) -> None:
    made = (await order(clerk, petition)).json()
    key = office.task(petition, "give_feedback", (f"unit_leader@{HOUSING}",))
    with office.database.transaction() as session:
        row = session.get_one(Supervision, made["id"])
        row.instance_key, row.feedback_due_on = key - 5, date(2026, 12, 1)
    (found,) = await seen(clerk, petition)
    (task,) = found["waiting"]
    assert (task["element_id"], task["due_on"], task["can_open"]) == (
        "give_feedback",
        "2026-12-01",
        False,
    )
    # It is for the leader of the unit: others there see the supervision only.
    assert [one["waiting"] for one in await seen(handler, petition)] == [[]]


@pytest.mark.parametrize(
    ("element", "reader", "status"),
    [
        ("issue_supervision_letter", "handler_zj", 200),
        ("issue_supervision_letter", "supervisor", 200),
        ("issue_supervision_letter", "clerk", 404),
        ("issue_advice", "handler_zj", 404),
    ],
)
async def test_letters_are_for_bureau_and_addressee(
    office: Office, petition: Petition, element: str, reader: str, status: int
) -> None:
    async with office.client("supervisor") as supervisor:
        made = (await order(supervisor, petition)).json()
    with office.database.transaction() as session:
        session.execute(delete(Membership).where(col(Membership.user_id) == "clerk"))
        clerk = Membership(user_id="clerk", role="window_clerk", unit_id=petition.bureau_id)
        advice = Advice(
            supervision_id=made["id"],
            petition_id=petition.id,
            unit_id=SCHOOLS,
            kind=AdviceKind.liability,
            duty_causes="无",
            policy_causes="无",
            conduct_causes="推诿",
            suggestion="追究责任",
            drafted_by="supervisor",
        )
        session.add_all([clerk, advice])
        document = issue_document(
            session,
            petition=session.get_one(Petition, petition.id),
            element_id=element,
            occasion=f"{made['id']}:letter",
            addressee="unit",
            kind="督办",
            title="督办函",
            html=lambda number: f"<p>{number}</p>",
            basis="regulation_2022:40(1)",
            unit=session.get_one(Unit, petition.bureau_id),
            template_sha256="0" * 64,
            now=office.clock.now(),
        ).id
    async with office.client(reader) as client:
        assert (await client.get(f"/api/documents/{document}")).status_code == status
