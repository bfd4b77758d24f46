"""Extending a statutory clock (article 34: once, at most 30 days, before it ends)."""

from datetime import timedelta
from typing import Any

import httpx
import pytest

from records.models import Petition
from tests.api.office import Office

THIRTY: dict[str, Any] = {"days": 30, "reason": "情况复杂，须补充调查"}


@pytest.fixture
def petition(office: Office) -> Petition:
    """A petition at the housing unit, due on 19 January 2027."""
    filed = office.petition()
    office.at_unit(filed)
    office.clock_for(filed)
    return filed


async def extend(client: httpx.AsyncClient, petition: Petition, **change: Any) -> httpx.Response:
    path = f"/api/petitions/{petition.number}/clocks/{change.pop('code', 'D05')}/extension"
    return await client.post(path, json=THIRTY | change)


async def test_the_leader_of_the_unit_extends_and_the_watcher_is_told(
    office: Office, petition: Petition
) -> None:
    async with office.client("unit_leader_zj") as leader:
        answer = await extend(leader, petition)

    [clock] = answer.json()
    assert clock["due_on"] == "2027-02-18"
    assert [entry["kind"] for entry in clock["entries"]] == ["started", "extended"]
    kind, payload = office.outbox()[-1]
    assert (kind, payload["name"]) == ("publish_message", "deadline_moved")


async def test_what_the_law_forbids_is_named(office: Office, petition: Petition) -> None:
    async with office.client("unit_leader_zj") as leader:
        too_long = await extend(leader, petition, days=31)
        await extend(leader, petition)
        again = await extend(leader, petition)

    assert (too_long.status_code, too_long.json()["error"]) == (409, "ExtensionTooLong")
    assert (again.status_code, again.json()["error"]) == (409, "ExtensionAlreadyGiven")


async def test_an_extension_after_the_end_comes_too_late(
    office: Office, petition: Petition
) -> None:
    office.clock.move(timedelta(days=60))
    async with office.client("unit_leader_zj") as leader:
        answer = await extend(leader, petition)

    assert (answer.status_code, answer.json()["error"]) == (409, "ExtensionTooLate")


async def test_only_the_leader_of_that_unit_extends(
    office: Office, petition: Petition, handler: httpx.AsyncClient, manager: httpx.AsyncClient
) -> None:
    assert (await extend(handler, petition)).json()["error"] == "RoleMissing"
    assert (await extend(manager, petition)).status_code == 403
    async with office.client("unit_leader_jy") as foreign_leader:
        assert (await extend(foreign_leader, petition)).status_code == 404


async def test_a_clock_that_does_not_run_is_not_found(office: Office, petition: Petition) -> None:
    async with office.client("unit_leader_zj") as leader:
        answer = await extend(leader, petition, code="D07")

    assert (answer.status_code, answer.json()["error"]) == (404, "ClockNotFound")


@pytest.mark.parametrize("change", [{"days": 0}, {"days": "many"}, {"reason": " "}])
async def test_an_extension_needs_days_and_a_reason(
    office: Office, petition: Petition, change: dict[str, Any]
) -> None:
    async with office.client("unit_leader_zj") as leader:
        assert (await extend(leader, petition, **change)).status_code == 422
