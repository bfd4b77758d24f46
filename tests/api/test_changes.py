"""Another unit by the bureau (article 22), another handler for an interest (article 28)."""

from datetime import date
from typing import Any

import httpx
import pytest
from sqlmodel import select

from law.decision_words import Procedure, Route
from records.models import Clock, InterestedHandler, Matter, MatterChange, Petition
from tests.api.office import HOUSING, SCHOOLS, Office

WORKED_ON: dict[str, Any] = {"route": Route.petition, "procedure": Procedure.ordinary}


@pytest.fixture
def petition(office: Office) -> Petition:
    """A petition that housing handles; its period runs."""
    filed = office.petition()
    matter = office.matter(filed, HOUSING, handler_id="handler_zj", **WORKED_ON)
    office.run_clock(filed, "D05", matter=matter)
    return filed


def matter_of(office: Office) -> Matter:
    with office.database.reading() as session:
        return session.exec(select(Matter)).one()


async def post(
    office: Office, who: str, petition: Petition, what: str, **body: Any
) -> httpx.Response:
    async with office.client(who) as client:
        path = f"/api/petitions/{petition.number}/matters/1/{what}"
        return await client.post(path, json={"reason": "职权划分"} | body)


@pytest.mark.parametrize("user", ["classifier", "leader"])
async def test_the_bureau_gives_it_to_another_unit_and_dates_stay(
    office: Office, petition: Petition, user: str
) -> None:
    answer = await post(office, user, petition, "transfer", unit=SCHOOLS)
    assert answer.status_code == 202
    matter = matter_of(office)
    assert (matter.unit_id, matter.accepted_on) == (SCHOOLS, date(2026, 11, 20))
    assert (matter.route, matter.handler_id, matter.round) == (None, None, 2)
    with office.database.reading() as session:
        assert session.exec(select(Clock)).one().is_running
        change = session.exec(select(MatterChange)).one()
    assert (change.before, change.after, change.reason) == (HOUSING, SCHOOLS, "职权划分")
    _, told = office.outbox()[-1]
    assert (told["name"], told["variables"]) == ("route_corrected", {})
    assert "职权" not in str(told)


async def test_the_history_names_both_units(
    office: Office, petition: Petition, clerk: httpx.AsyncClient
) -> None:
    await post(office, "classifier", petition, "transfer", unit=SCHOOLS)
    shown = (await clerk.get(f"/api/petitions/{petition.number}")).json()
    [name] = [one["name"] for one in shown["history"] if one["code"] == "transfer_matter"]
    assert "示范市住房和城乡建设局 → 示范市教育局" in name


@pytest.mark.parametrize("user", ["clerk", "unit_leader_zj"])
async def test_nobody_else_gives_it_away(office: Office, petition: Petition, user: str) -> None:
    answer = await post(office, user, petition, "transfer", unit=SCHOOLS)
    assert answer.json()["error"] == "RoleMissing"


async def test_it_goes_to_a_unit_that_handles_and_has_it_not(
    office: Office, petition: Petition
) -> None:
    for unit in (HOUSING, "990100-jw"):
        answer = await post(office, "classifier", petition, "transfer", unit=unit)
        assert (answer.status_code, answer.json()["error"]) == (409, "NothingToTransfer")


async def test_a_handler_with_an_interest_is_followed_by_a_colleague(
    office: Office, petition: Petition
) -> None:
    given = {"user": "handler_zj", "handler": "handler2_zj"}
    answer = await post(office, "unit_leader_zj", petition, "recusal", **given)
    assert answer.status_code == 204
    assert matter_of(office).handler_id == "handler2_zj"
    with office.database.reading() as session:
        assert session.exec(select(InterestedHandler)).one().user_id == "handler_zj"


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"user": "handler_zj"}, "HandlerMissing"),
        ({"user": "handler_zj", "handler": "handler_zj"}, "HandlerHasInterest"),
        ({"user": "handler_jy"}, "PersonNotFound"),
    ],
)
async def test_who_follows_must_be_free_of_it(
    office: Office, petition: Petition, given: dict[str, str], error: str
) -> None:
    answer = await post(office, "unit_leader_zj", petition, "recusal", **given)
    assert answer.json()["error"] == error
    assert matter_of(office).handler_id == "handler_zj"


async def test_only_the_leader_of_the_unit_says_so(office: Office, petition: Petition) -> None:
    given = {"user": "handler_zj", "handler": "handler2_zj"}
    answer = await post(office, "handler2_zj", petition, "recusal", **given)
    assert answer.json()["error"] == "RoleMissing"
