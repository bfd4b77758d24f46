"""Requests for review over the API and on the case page: articles 35 and 36."""

from datetime import date
from typing import Any

import httpx
import pytest
from sqlmodel import select

from law.decision_words import Procedure, Route
from records.models import Matter, Petition, Review
from records.models.matter import MatterEnd
from tests.api.office import Office

ASKED: dict[str, Any] = {
    "level": "review",
    "requested_on": "2026-11-23",
    "reference": "复查申请书",
    "reasons": "意见没有写明何时维修。",
}


@pytest.fixture
def petition(office: Office) -> Petition:
    """A petition whose opinion was received on 20 November."""
    filed: Petition = office.petition()
    matter = office.matter(
        filed,
        route=Route.petition,
        procedure=Procedure.ordinary,
        served_on=date(2026, 11, 20),
        end=MatterEnd.answered,
        ended_at=office.clock.now(),
    )
    office.run_clock(filed, "D07", matter=matter)
    return filed


async def ask(client: httpx.AsyncClient, petition: Petition, **change: Any) -> httpx.Response:
    path = f"/api/petitions/{petition.number}/matters/1/review-requests"
    return await client.post(path, json=ASKED | change)


async def shown(client: httpx.AsyncClient, petition: Petition) -> dict[str, Any]:
    answer = await client.get(f"/api/petitions/{petition.number}")
    assert answer.status_code == 200
    found: dict[str, Any] = answer.json()
    return found


async def test_the_clerk_records_it_and_the_right_is_used(
    office: Office, clerk: httpx.AsyncClient, petition: Petition
) -> None:
    before = await shown(clerk, petition)
    assert "ask_review" in before["matters"][0]["may"]
    answer = await ask(clerk, petition)
    after = await shown(clerk, petition)

    assert answer.status_code == 201
    assert (answer.json()["state"], answer.json()["unit"]["id"]) == ("handling", "990100-xfc")
    assert after["reviews"] == [answer.json()]
    assert after["matters"][0]["status"]["id"] == "under_review"
    assert "ask_review" not in after["matters"][0]["may"]
    [clock] = after["clocks"]
    assert (clock["code"], clock["is_running"]) == ("D07", False)
    [start] = [one for kind, one in office.outbox() if kind == "start_instance"][1:]
    assert start["process_id"] == "review"
    assert "何时维修" not in str(office.outbox())


@pytest.mark.parametrize("user", ["acceptance_zj", "review_clerk"])
async def test_the_unit_and_the_review_body_record_it_too(
    office: Office, petition: Petition, user: str
) -> None:
    async with office.client(user) as person:
        assert (await ask(person, petition)).status_code == 201
        assert (await shown(person, petition))["reviews"]


@pytest.mark.parametrize(("user", "status"), [("handler_zj", 403), ("handler_jy", 404)])
async def test_others_do_not(office: Office, petition: Petition, user: str, status: int) -> None:
    async with office.client(user) as person:
        assert (await ask(person, petition)).status_code == status


@pytest.mark.parametrize("user", ["rereview_clerk", "review_handler", "acceptance_jy"])
async def test_a_foreign_petition_does_not_exist(
    office: Office, petition: Petition, user: str
) -> None:
    async with office.client(user) as person:
        assert (await person.get(f"/api/petitions/{petition.number}")).status_code == 404


@pytest.mark.parametrize(
    ("change", "status", "error"),
    [
        ({"people": 8, "representatives": 6}, 409, "TooManyRepresentatives"),
        ({"people": 8}, 409, "RepresentativesMissing"),
        ({"requested_on": "2026-11-24"}, 422, "ReceivedInFuture"),
        ({"unit": "nowhere"}, None, "UnitNotFound"),
        ({"reasons": " "}, 422, "InvalidInput"),
        ({"level": "third"}, 422, "InvalidInput"),
        ({"level": "rereview", "unit": None}, 201, None),
    ],
)
async def test_what_stands_against_it_has_a_name(
    clerk: httpx.AsyncClient,
    petition: Petition,
    change: dict[str, Any],
    status: int | None,
    error: str | None,
) -> None:
    answer = await ask(clerk, petition, **change)
    assert answer.json().get("error") == error
    assert status is None or answer.status_code == status


async def test_one_runs_at_a_time(clerk: httpx.AsyncClient, petition: Petition) -> None:
    await ask(clerk, petition)
    assert (await ask(clerk, petition)).json()["error"] == "ReviewRuns"


async def test_it_is_taken_back_in_writing_until_it_is_signed(
    office: Office, clerk: httpx.AsyncClient, petition: Petition
) -> None:
    await ask(clerk, petition)
    path = f"/api/petitions/{petition.number}/matters/1/review-requests/1/withdrawal"
    spoken = await clerk.post(path, json={"reason": "已解决", "is_written": False})
    assert spoken.json()["error"] == "WithdrawalNotWritten"
    assert (await clerk.post(path, json={"reason": "已解决", "is_written": True})).is_success
    assert (await shown(clerk, petition))["reviews"][0]["state"] == "withdrawn"
    again = await clerk.post(path, json={"reason": "已解决", "is_written": True})
    assert again.json()["error"] == "WithdrawalTooLate"
    absent = path.replace("/1/withdrawal", "/9/withdrawal")
    nowhere = await clerk.post(absent, json={"reason": "已解决", "is_written": True})
    assert (nowhere.status_code, nowhere.json()["error"]) == (404, "ReviewNotFound")


async def test_what_lacked_is_handed_in(
    office: Office, clerk: httpx.AsyncClient, petition: Petition
) -> None:
    await ask(clerk, petition, missing=["evidence"])
    path = f"/api/petitions/{petition.number}/matters/1/review-requests/1/completion"
    early = await clerk.post(path, json={"on": "2026-11-23"})
    assert early.json()["error"] == "NothingToReview"
    with office.database.transaction() as session:
        session.exec(select(Review)).one().completion_asked_on = date(2026, 11, 23)
    assert "complete" in (await shown(clerk, petition))["reviews"][0]["may"]
    tomorrow = await clerk.post(path, json={"on": "2026-11-24"})
    assert tomorrow.json()["error"] == "DateInFuture"
    assert (await clerk.post(path, json={"on": "2026-11-23"})).is_success


async def test_the_page_records_it_and_says_what_is_wrong(
    clerk: httpx.AsyncClient, petition: Petition
) -> None:
    path = f"/petitions/{petition.number}"
    form = {key: str(value) for key, value in ASKED.items()}
    headers = {"Origin": "http://xinfang.test"}
    page = (await clerk.get(path)).text
    assert "记录复查、复核请求" in page
    wrong = await clerk.post(
        f"{path}/matters/1/review-requests",
        data=form | {"people": "9", "representatives": "6"},
        headers=headers,
    )
    assert "不得超过五人" in wrong.text
    done = await clerk.post(f"{path}/matters/1/review-requests", data=form, headers=headers)
    assert done.status_code == 303
    page = (await clerk.get(f"{path}?done=review_asked")).text
    assert "正在办理" in page
    assert "撤回复查、复核请求" in page
    back = await clerk.post(
        f"{path}/matters/1/review-requests/1/withdrawal",
        data={"reason": "已解决", "is_written": "true"},
        headers=headers,
    )
    assert back.status_code == 303


async def test_a_sealed_matter_has_no_review(office: Office, clerk: httpx.AsyncClient) -> None:
    petition = office.petition()
    sealed: Matter = office.matter(petition, is_sealed=True)
    assert sealed.is_sealed
    assert (await ask(clerk, petition)).status_code == 404
