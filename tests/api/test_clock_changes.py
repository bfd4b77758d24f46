"""Pausing a clock, letting it run again, correcting its first day."""

from datetime import date, timedelta
from typing import Any

import httpx
import pytest

from records.ledger import open_clock
from records.models import Petition
from tests.api.office import Office

WHY = {"reason": "举行听证"}


@pytest.fixture
def petition(office: Office) -> Petition:
    """A petition at the housing unit with a handling and a re-review clock."""
    filed = office.petition()
    office.at_unit(filed)
    office.clock_for(filed)
    with office.database.transaction() as session:
        open_clock(
            session,
            petition_id=filed.id,
            code="D10",
            started_on=date(2026, 11, 20),
            actor="engine",
            now=office.clock.now(),
        )
    return filed


async def ask(
    client: httpx.AsyncClient, petition: Petition, what: str, code: str = "D10", **body: Any
) -> httpx.Response:
    return await client.post(f"/api/petitions/{petition.number}/clocks/{code}/{what}", json=body)


def clock(answer: httpx.Response, code: str = "D10") -> dict[str, Any]:
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = next(one for one in answer.json() if one["code"] == code)
    return found


async def test_a_hearing_in_rereview_does_not_count(office: Office, petition: Petition) -> None:
    async with office.client("unit_leader_zj") as leader:
        paused = clock(await ask(leader, petition, "pause", **WHY))
        assert (paused["is_paused"], paused["due_on"]) == (True, "2026-12-21")
        office.clock.move(timedelta(days=10))
        resumed = clock(await ask(leader, petition, "resumption", reason="听证结束"))
    # 30 days and 10 more end on 30 December.
    assert (resumed["is_paused"], resumed["due_on"]) == (False, "2026-12-30")
    assert [entry["kind"] for entry in resumed["entries"]] == ["started", "paused", "resumed"]
    assert [payload["name"] for kind, payload in office.outbox() if "name" in payload] == [
        "deadline_moved",
        "deadline_moved",
    ]


async def test_a_pause_may_be_told_with_both_its_days(office: Office, petition: Petition) -> None:
    days = {"first_day": "2026-11-25", "until": "2026-12-05"}
    async with office.client("unit_leader_zj") as leader:
        paused = clock(await ask(leader, petition, "pause", **days, **WHY))
    assert (paused["is_paused"], paused["due_on"]) == (False, "2026-12-30")


async def test_what_the_law_forbids_is_named(office: Office, petition: Petition) -> None:
    async with office.client("unit_leader_zj") as leader:
        handling = await ask(leader, petition, "pause", "D05", **WHY)
        never_paused = await ask(leader, petition, "resumption", **WHY)
        await ask(leader, petition, "pause", **WHY)
        twice = await ask(leader, petition, "pause", **WHY)
        other = await ask(leader, petition, "pause", "D07", **WHY)
    for answer, error in (
        (handling, "PauseNotAllowed"),
        (never_paused, "ClockNotPaused"),
        (twice, "ClockAlreadyPaused"),
    ):
        assert (answer.status_code, answer.json()["error"]) == (409, error)
    assert (other.status_code, other.json()["error"]) == (404, "ClockNotFound")


@pytest.mark.parametrize("user", ["unit_leader_zj", "leader"])
async def test_leaders_of_unit_and_bureau_correct_the_first_day(
    office: Office, petition: Petition, user: str
) -> None:
    body = {"received_on": "2026-11-16", "reason": "登记有误"}
    async with office.client(user) as leader:
        corrected = clock(await ask(leader, petition, "receipt", "D05", **body), "D05")
        again = clock(await ask(leader, petition, "receipt", "D05", **body), "D05")
    assert corrected["due_on"] == "2027-01-15"
    assert [entry["kind"] for entry in again["entries"]] == ["started", "receipt_corrected"]


async def test_a_first_day_to_come_is_refused(office: Office, petition: Petition) -> None:
    async with office.client("leader") as leader:
        answer = await ask(leader, petition, "receipt", received_on="2026-11-24", reason="登记有误")
    assert (answer.status_code, answer.json()["error"]) == (422, "ReceivedInFuture")


@pytest.mark.parametrize(
    ("user", "what", "body"),
    [
        ("handler_zj", "pause", WHY),
        ("leader", "pause", WHY),
        ("leader", "resumption", WHY),
        ("handler_zj", "receipt", {"received_on": "2026-11-16"} | WHY),
        ("manager", "receipt", {"received_on": "2026-11-16"} | WHY),
    ],
)
async def test_others_may_not(
    office: Office, petition: Petition, user: str, what: str, body: dict[str, str]
) -> None:
    async with office.client(user) as person:
        answer = await ask(person, petition, what, **body)
    assert (answer.status_code, answer.json()["error"]) == (403, "RoleMissing")
