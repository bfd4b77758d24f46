"""The petitioner withdraws: all before dispatch, then matters whose opinion is not signed."""

from typing import Any

import httpx
import pytest

from records.models import Membership, Petition
from records.models.matter import MatterEnd
from records.models.petition import Category
from tests.api.office import HOUSING, SCHOOLS, Office

WHY: dict[str, Any] = {"reason": "问题已自行解决", "is_written": True}


async def withdraw(client: httpx.AsyncClient, petition: Petition, **change: Any) -> httpx.Response:
    return await client.post(f"/api/petitions/{petition.number}/withdrawal", json=WHY | change)


def messages(office: Office) -> list[tuple[str, str]]:
    return [(one["name"], one["correlation_key"]) for _, one in office.outbox() if "name" in one]


def change(office: Office, petition: Petition, **values: Any) -> None:
    with office.database.transaction() as session:
        kept = session.get_one(Petition, petition.id)
        for name, value in values.items():
            setattr(kept, name, value)
        session.add(kept)


async def test_before_dispatch_the_whole_petition_ends(
    office: Office, clerk: httpx.AsyncClient
) -> None:
    petition = office.petition()
    answer = await withdraw(clerk, petition)

    assert answer.json() == {"petition": True, "matters": []}
    assert messages(office) == [("petition_withdrawn", petition.id)]
    _, payload = office.outbox()[-1]
    assert payload["variables"] == {}
    assert payload["ttl_ms"] > 0
    assert "自行解决" not in str(payload)


async def test_matters_that_are_not_dispatched_end_with_the_petition(
    office: Office, clerk: httpx.AsyncClient
) -> None:
    petition = office.petition()
    office.matter(petition, dispatched_at=None)
    await withdraw(clerk, petition)
    assert messages(office) == [("petition_withdrawn", petition.id)]


async def test_afterwards_each_open_matter_ends_by_itself(
    office: Office, clerk: httpx.AsyncClient
) -> None:
    petition, now = office.petition(), office.clock.now()
    first = office.matter(petition)
    office.matter(petition, ordinal=2, signed_at=now)
    office.matter(petition, ordinal=3, end=MatterEnd.imported, ended_at=now)
    office.matter(petition, ordinal=4, category=Category.report, is_sealed=True)
    answer = await withdraw(clerk, petition)

    assert answer.json() == {"petition": False, "matters": [1]}
    assert messages(office) == [("matter_withdrawn", first.id)]


async def test_only_spoken_is_not_enough(office: Office, clerk: httpx.AsyncClient) -> None:
    answer = await withdraw(clerk, office.petition(), is_written=False)
    assert (answer.status_code, answer.json()["error"]) == (409, "WithdrawalNotWritten")
    assert messages(office) == []


async def test_after_every_opinion_is_signed_it_is_too_late(
    office: Office, clerk: httpx.AsyncClient
) -> None:
    petition = office.petition()
    office.matter(petition, signed_at=office.clock.now())
    answer = await withdraw(clerk, petition)
    assert (answer.status_code, answer.json()["error"]) == (409, "WithdrawalTooLate")
    assert messages(office) == []


async def test_a_closed_petition_is_not_withdrawn(office: Office, clerk: httpx.AsyncClient) -> None:
    petition = office.petition()
    change(office, petition, closed_at=office.clock.now())
    answer = await withdraw(clerk, petition)
    assert (answer.status_code, answer.json()["error"]) == (409, "PetitionClosed")


@pytest.mark.parametrize(
    "decided", [{"category": Category.report}, {"proposed_category": Category.accusation}]
)
async def test_a_report_goes_on_in_the_public_interest(
    office: Office, clerk: httpx.AsyncClient, decided: dict[str, Category]
) -> None:
    petition = office.petition()
    change(office, petition, **decided)
    answer = await withdraw(clerk, petition)
    assert answer.json() == {"petition": False, "matters": []}
    assert messages(office) == []


async def test_a_sealed_part_goes_on_and_is_not_named(
    office: Office, clerk: httpx.AsyncClient
) -> None:
    petition = office.petition()
    office.matter(petition, category=Category.report, is_sealed=True, dispatched_at=None)
    second = office.matter(petition, ordinal=2, dispatched_at=None)
    answer = await withdraw(clerk, petition)
    assert answer.json() == {"petition": False, "matters": [2]}
    assert messages(office) == [("matter_withdrawn", second.id)]


async def test_a_unit_takes_it_for_its_own_matters(
    office: Office, handler: httpx.AsyncClient
) -> None:
    petition = office.petition()
    office.matter(petition, SCHOOLS)
    second = office.matter(petition, HOUSING, ordinal=2)
    answer = await withdraw(handler, petition)
    assert answer.json() == {"petition": False, "matters": [2]}
    assert messages(office) == [("matter_withdrawn", second.id)]


async def test_others_may_not(office: Office, manager: httpx.AsyncClient) -> None:
    petition = office.petition()
    office.matter(petition)
    answer = await withdraw(manager, petition)
    assert (answer.status_code, answer.json()["error"]) == (403, "RoleMissing")
    async with office.client("handler_jy") as foreigner:
        assert (await withdraw(foreigner, petition)).status_code == 404


async def test_said_twice_it_is_one_message_for_the_engine(
    office: Office, clerk: httpx.AsyncClient
) -> None:
    petition = office.petition()
    await withdraw(clerk, petition)
    await withdraw(clerk, petition)
    first, second = (one["message_id"] for _, one in office.outbox() if "name" in one)
    assert first == second


async def test_the_statement_is_kept_and_shown(office: Office, clerk: httpx.AsyncClient) -> None:
    petition = office.petition()
    office.matter(petition)
    assert "withdraw" in (await clerk.get(f"/api/petitions/{petition.number}")).json()["may"]
    await withdraw(clerk, petition)

    shown = (await clerk.get(f"/api/petitions/{petition.number}")).json()
    [kept] = shown["withdrawals"]
    assert (kept["reason"], kept["recorded_by"]["id"]) == (WHY["reason"], "clerk")
    assert "记录撤回" in [entry["name"] for entry in shown["history"]]


async def test_a_petition_just_filed_at_a_unit_has_no_process_to_tell_yet(
    office: Office, handler: httpx.AsyncClient
) -> None:
    petition = office.petition(bureau_id=HOUSING)
    async with office.client("admin") as admin:
        assert (await withdraw(admin, petition)).status_code == 403
    with office.database.transaction() as session:
        session.add(Membership(user_id="handler_zj", role="window_clerk", unit_id=HOUSING))
    async with office.client("handler_zj") as clerk:
        early = await withdraw(clerk, petition)
        matter = office.matter(petition, is_direct=True, dispatched_at=None)
        later = await withdraw(clerk, petition)
    assert (early.status_code, early.json()["error"]) == (409, "NotUnderWay")
    assert later.json() == {"petition": False, "matters": [1]}
    assert messages(office) == [("matter_withdrawn", matter.id)]
