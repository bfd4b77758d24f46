"""The petitioner's choice among open routes (article 31), recorded by who hears it."""

from typing import Any

import httpx
import pytest

from records.matters import set_facts
from records.models import Matter, Petition
from tests.api.office import SCHOOLS, Office


@pytest.fixture
def petition(office: Office) -> Petition:
    """A petition on file."""
    filed: Petition = office.petition()
    return filed


@pytest.fixture
def matter(office: Office, petition: Petition) -> Matter:
    """Its matter: arbitration and a duty are open, and the petitioner is asked."""
    opened = office.matter(petition, accepted_on=None)
    office.run_clock(petition, "D24", matter=opened)
    with office.database.transaction() as session:
        set_facts(session, opened.id, {"arbitration_open": True, "duty_open": True})
    return opened


async def choose(client: httpx.AsyncClient, petition: Petition, route: str) -> httpx.Response:
    path = f"/api/petitions/{petition.number}/matters/1/route"
    return await client.post(path, json={"route": route})


def messages(office: Office) -> list[dict[str, Any]]:
    return [one for _, one in office.outbox() if one.get("name") == "route_chosen"]


@pytest.mark.parametrize("user", ["clerk", "classifier", "handler_zj", "unit_leader_zj"])
async def test_the_choice_is_kept_and_the_process_told(
    office: Office, petition: Petition, matter: Matter, user: str
) -> None:
    async with office.client(user) as person:
        before = (await person.get(f"/api/petitions/{petition.number}")).json()["matters"][0]
        answer = await choose(person, petition, "duty")

    assert before["open_routes"] == ["arbitration", "duty"]
    assert "choose_route" in before["may"]
    assert (answer.status_code, answer.json()["chosen_route"]) == (200, "duty")
    [message] = messages(office)
    assert (message["correlation_key"], message["variables"]) == (matter.id, {})


async def test_a_route_that_is_not_open_is_refused(
    office: Office, petition: Petition, matter: Matter, clerk: httpx.AsyncClient
) -> None:
    for route in ("litigation", "administrative", "not_made"):
        answer = await choose(clerk, petition, route)
        assert (answer.status_code, answer.json()["error"]) == (422, "RouteNotOpen")
    assert (await choose(clerk, petition, "swim")).json()["error"] == "InvalidInput"
    assert messages(office) == []


async def test_an_open_judicial_procedure_can_be_chosen(
    office: Office, petition: Petition, matter: Matter, clerk: httpx.AsyncClient
) -> None:
    with office.database.transaction() as session:
        set_facts(session, matter.id, {"litigation": "open"})
    assert (await choose(clerk, petition, "litigation")).status_code == 200


async def test_who_is_not_asked_cannot_choose(office: Office, clerk: httpx.AsyncClient) -> None:
    petition = office.petition()
    matter = office.matter(petition)
    with office.database.transaction() as session:
        set_facts(session, matter.id, {"arbitration_open": True, "duty_open": True})
    answer = await choose(clerk, petition, "duty")

    assert (answer.status_code, answer.json()["error"]) == (409, "NoChoiceAsked")


async def test_others_do_not_record_it(
    office: Office, petition: Petition, matter: Matter, manager: httpx.AsyncClient
) -> None:
    office.matter(petition, SCHOOLS, ordinal=2)
    assert (await choose(manager, petition, "duty")).json()["error"] == "RoleMissing"
    async with office.client("handler_jy") as other_unit:
        assert (await choose(other_unit, petition, "duty")).json()["error"] == "RoleMissing"
