"""Asking to extend the handling period (article 34): once, at most 30 days, before it ends."""

from datetime import date, timedelta
from typing import Any

import httpx
import pytest
from sqlmodel import select

from law.clock_entries import EntryKind
from records.ledger import extend_clock, open_clock
from records.models import Clock, ClockEvent, ExtensionRequest, Matter, Petition
from tests.api.office import HOUSING, SCHOOLS, Office

THIRTY: dict[str, Any] = {"days": 30, "reason": "情况复杂，须补充调查"}


@pytest.fixture
def petition(office: Office) -> Petition:
    """A petition on file."""
    filed: Petition = office.petition()
    return filed


@pytest.fixture
def matter(office: Office, petition: Petition) -> Matter:
    """Its matter, accepted on 20 November and due on 19 January."""
    opened = office.matter(petition)
    office.run_clock(petition, "D05", matter=opened)
    return opened


async def ask(client: httpx.AsyncClient, petition: Petition, **change: Any) -> httpx.Response:
    ordinal = change.pop("ordinal", 1)
    path = f"/api/petitions/{petition.number}/matters/{ordinal}/extension"
    return await client.post(path, json=THIRTY | change)


def messages(office: Office) -> list[dict[str, Any]]:
    return [one for _, one in office.outbox() if one.get("name") == "extension_requested"]


@pytest.mark.parametrize("user", ["handler_zj", "unit_leader_zj"])
async def test_handler_or_leader_ask_and_nothing_moves(
    office: Office, petition: Petition, matter: Matter, user: str
) -> None:
    async with office.client(user) as person:
        answer = await ask(person, petition)
        shown = (await person.get(f"/api/petitions/{petition.number}")).json()

    assert answer.status_code == 201
    assert (answer.json()["days"], answer.json()["is_approved"]) == (30, None)
    [clock] = shown["clocks"]
    assert (clock["due_on"], clock["matter"]) == ("2027-01-19", 1)
    assert shown["extensions"] == [answer.json()]
    assert "extend" not in shown["matters"][0]["may"]


async def test_the_message_carries_the_id_of_the_request_only(
    office: Office, petition: Petition, matter: Matter, handler: httpx.AsyncClient
) -> None:
    await ask(handler, petition)

    [message] = messages(office)
    with office.database.reading() as session:
        [request] = session.exec(select(ExtensionRequest)).all()
    assert message["correlation_key"] == matter.id
    assert message["variables"] == {"extension_id": request.id}
    assert (request.asked_by, request.reason) == ("handler_zj", THIRTY["reason"])
    assert "情况复杂" not in str(office.outbox())


async def test_what_the_law_forbids_is_named_at_once(
    office: Office, petition: Petition, matter: Matter, handler: httpx.AsyncClient
) -> None:
    too_long = await ask(handler, petition, days=31)
    with office.database.transaction() as session:
        [clock] = session.exec(select(Clock)).all()
        extend_clock(
            session,
            clock_id=clock.id,
            days=10,
            reason="情况复杂",
            actor="unit_leader_zj",
            now=office.clock.now(),
        )
    again = await ask(handler, petition)

    assert (too_long.status_code, too_long.json()["error"]) == (409, "ExtensionTooLong")
    assert (again.status_code, again.json()["error"]) == (409, "ExtensionAlreadyGiven")
    assert messages(office) == []


@pytest.mark.parametrize(("days", "status"), [(57, 201), (58, 409)])
async def test_on_the_last_day_it_is_in_time(
    office: Office, petition: Petition, matter: Matter, days: int, status: int
) -> None:
    office.clock.move(timedelta(days=days))
    async with office.client("handler_zj") as handler:
        answer = await ask(handler, petition)

    assert answer.status_code == status
    assert status == 201 or answer.json()["error"] == "ExtensionTooLate"


async def test_one_request_waits_at_a_time(
    office: Office, petition: Petition, matter: Matter, handler: httpx.AsyncClient
) -> None:
    await ask(handler, petition)
    waits = await ask(handler, petition, days=10)
    with office.database.transaction() as session:
        [request] = session.exec(select(ExtensionRequest)).all()
        request.is_approved = False
        session.add(request)
    again = await ask(handler, petition, days=10)

    assert (waits.status_code, waits.json()["error"]) == (409, "ExtensionWaits")
    assert again.status_code == 201, "what was refused may be asked for again"


async def test_only_people_of_the_unit_ask(
    office: Office, petition: Petition, matter: Matter, manager: httpx.AsyncClient
) -> None:
    office.matter(petition, SCHOOLS, ordinal=2)
    assert (await ask(manager, petition)).json()["error"] == "RoleMissing"
    async with office.client("handler_jy") as other_unit:
        assert (await ask(other_unit, petition)).json()["error"] == "RoleMissing"
        nowhere = await ask(other_unit, petition, ordinal=3)
    assert (nowhere.status_code, nowhere.json()["error"]) == (404, "MatterNotFound")


async def test_without_a_running_period_there_is_nothing_to_extend(
    office: Office, petition: Petition, handler: httpx.AsyncClient
) -> None:
    office.matter(petition, accepted_on=None)
    answer = await ask(handler, petition)
    assert (answer.status_code, answer.json()["error"]) == (404, "ClockNotFound")


@pytest.mark.parametrize("change", [{"days": 0}, {"days": "many"}, {"reason": " "}])
async def test_an_extension_needs_days_and_a_reason(
    petition: Petition, matter: Matter, handler: httpx.AsyncClient, change: dict[str, Any]
) -> None:
    assert (await ask(handler, petition, **change)).status_code == 422


class TestTheOlderAddress:
    """POST /clocks/D05/extension of a leader asks the same of the only matter."""

    @staticmethod
    async def extend(
        client: httpx.AsyncClient, petition: Petition, code: str = "D05", **query: Any
    ) -> httpx.Response:
        path = f"/api/petitions/{petition.number}/clocks/{code}/extension"
        return await client.post(path, json=THIRTY, params=query)

    async def test_it_asks_for_the_only_matter(
        self, office: Office, petition: Petition, matter: Matter, handler: httpx.AsyncClient
    ) -> None:
        assert (await self.extend(handler, petition)).json()["error"] == "RoleMissing"
        async with office.client("unit_leader_zj") as leader:
            answer = await self.extend(leader, petition)
            waits = await self.extend(leader, petition)

        [clock] = answer.json()
        assert clock["due_on"] == "2027-01-19"
        assert len(messages(office)) == 1
        assert (waits.status_code, waits.json()["error"]) == (409, "ExtensionWaits")

    async def test_of_several_matters_one_is_named(
        self, office: Office, petition: Petition, matter: Matter
    ) -> None:
        second = office.matter(petition, HOUSING, ordinal=2)
        office.run_clock(petition, "D05", matter=second)
        async with office.client("unit_leader_zj") as leader:
            several = await self.extend(leader, petition)
            named = await self.extend(leader, petition, matter=2)

        assert (several.status_code, several.json()["error"]) == (409, "SeveralMatters")
        assert named.status_code == 200
        assert messages(office)[0]["correlation_key"] == second.id

    async def test_what_was_assigned_is_extended_by_who_assigned_it(
        self, office: Office, petition: Petition, matter: Matter
    ) -> None:
        """The closing report (D11): asked of the bureau, whose leader extends it at once."""
        with office.database.transaction() as session:
            open_clock(
                session,
                petition_id=petition.id,
                matter_id=matter.id,
                code="D11",
                started_on=date(2026, 11, 20),
                until=date(2026, 12, 31),
                actor="engine",
                now=office.clock.now(),
            )
        async with office.client("unit_leader_zj") as leader:
            refused = await self.extend(leader, petition, "D11")
        async with office.client("leader") as bureau:
            assert (await self.extend(bureau, petition, "D11")).status_code == 200
        assert refused.json()["error"] == "RoleMissing"
        with office.database.reading() as session:
            kinds = {event.kind for event in session.exec(select(ClockEvent)).all()}
        assert EntryKind.extended in kinds
