"""Vocabularies over the API: everybody reads, administrators change, nothing is removed."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from tests.api.office import Office

PURPOSE = "/api/vocabularies/purpose"
TOPICS = "/api/vocabularies/hot_topic"
RENAMED: dict[str, Any] = {
    "name_zh": "检举揭发",
    "name_en": "Report",
    "in_force_from": "2027-01-01",
    "reason": "统一用语",
}
CLOSING = {"last_day": "2026-12-31", "reason": "调整"}


@pytest.fixture
async def admin(office: Office) -> AsyncIterator[httpx.AsyncClient]:
    async with office.client("admin") as client:
        yield client


async def names(client: httpx.AsyncClient, path: str, as_of: str) -> dict[str, str]:
    shown = (await client.get(path, params={"as_of": as_of})).json()
    return {term["code"]: term["name_zh"] for term in shown["terms"]}


async def test_all_are_listed_in_the_language_of_the_request(clerk: httpx.AsyncClient) -> None:
    rows = (await clerk.get("/api/vocabularies", headers={"Accept-Language": "en"})).json()
    (row,) = (row for row in rows if row["id"] == "purpose")
    assert len(rows) == 39
    assert row.pop("version").isdecimal()
    assert row == {
        "id": "purpose",
        "name": "Purpose of petition",
        "name_zh": "信访目的",
        "name_en": "Purpose of petition",
        "basis": "regulation_2022:31",
        "basis_text": "Regulation on Petition Work, Article 31",
        "mark": "statute",
    }


async def test_terms_say_what_they_rest_on(clerk: httpx.AsyncClient) -> None:
    shown = (await clerk.get("/api/vocabularies/earlier_purpose")).json()
    first, *_, last = shown["terms"]
    assert shown["as_of"] == "2026-11-23"
    assert (first["name"], first["maps_to"]) == (
        "意见建议",
        ["purpose:proposal", "purpose:opinion"],
    )
    assert (last["national_code"], last["mark"]) == ("99", "recalled")
    assert "可配置默认值" in last["basis_text"]


async def test_the_administrator_renames_from_a_day_on(
    admin: httpx.AsyncClient, clerk: httpx.AsyncClient
) -> None:
    answer = await admin.put(f"{PURPOSE}/terms/report", json=RENAMED)
    again = await admin.put(f"{PURPOSE}/terms/report", json=RENAMED)

    assert answer.status_code == 200
    assert answer.json() == again.json()
    assert answer.json()["as_of"] == "2027-01-01"
    edition = answer.json()["editions"][-1]
    assert (edition["actor"], edition["reason"]) == ("admin", "统一用语")
    assert answer.json()["version"] == edition["version"]
    assert (await names(clerk, PURPOSE, "2026-12-31"))["report"] == "检举"
    assert (await names(clerk, PURPOSE, "2027-01-01"))["report"] == "检举揭发"


async def test_a_closed_code_stays_in_its_time(admin: httpx.AsyncClient) -> None:
    answer = await admin.post(f"{TOPICS}/terms/pollution/closing", json=CLOSING)

    assert answer.status_code == 200
    assert "pollution" in await names(admin, TOPICS, "2026-12-31")
    assert "pollution" not in await names(admin, TOPICS, "2027-01-01")
    assert (await admin.delete(f"{TOPICS}/terms/pollution")).status_code == 405


async def test_only_administrators_change(
    clerk: httpx.AsyncClient, manager: httpx.AsyncClient, anyone: httpx.AsyncClient
) -> None:
    assert (await anyone.get("/api/vocabularies")).status_code == 401
    for client, status in ((anyone, 401), (clerk, 403), (manager, 403)):
        renamed = await client.put(f"{PURPOSE}/terms/report", json=RENAMED)
        closed = await client.post(f"{TOPICS}/terms/pollution/closing", json=CLOSING)
        assert (renamed.status_code, closed.status_code) == (status, status)
    assert (await names(clerk, PURPOSE, "2027-01-01"))["report"] == "检举"


@pytest.mark.parametrize(
    ("path", "change", "status", "error"),
    [
        (f"{PURPOSE}/terms/wish", {}, 409, "CodesFixed"),
        (f"{PURPOSE}/terms/report", {"in_force_from": "2026-11-22"}, 409, "TermChangeTooEarly"),
        ("/api/vocabularies/nothing/terms/report", {}, 404, "VocabularyNotFound"),
        (f"{TOPICS}/terms/Lifts", {}, 422, "TermInvalid"),
        (f"{TOPICS}/terms/lifts", {"parent_code": "nothing"}, 422, "TermInvalid"),
        (f"{TOPICS}/terms/lifts", {"name_zh": " "}, 422, "InvalidInput"),
        (f"{TOPICS}/terms/lifts", {"mark": "statute"}, 422, "InvalidInput"),
        (f"{TOPICS}/terms/lifts", {"in_force_from": "soon"}, 422, "InvalidInput"),
    ],
)
async def test_what_stands_against_a_change_is_named(
    admin: httpx.AsyncClient, path: str, change: dict[str, Any], status: int, error: str
) -> None:
    answer = await admin.put(path, json=RENAMED | change)

    assert (answer.status_code, answer.json()["error"]) == (status, error)
    assert answer.json()["detail"].partition("（")[0].endswith("。")


@pytest.mark.parametrize(
    ("path", "status", "error"),
    [
        (f"{PURPOSE}/terms/claim/closing", 409, "CodesFixed"),
        (f"{TOPICS}/terms/nothing/closing", 404, "TermNotFound"),
        ("/api/vocabularies/content_class/terms/010000/closing", 409, "TermHasChildren"),
    ],
)
async def test_what_stands_against_closing_is_named(
    admin: httpx.AsyncClient, path: str, status: int, error: str
) -> None:
    answer = await admin.post(path, json=CLOSING)

    assert (answer.status_code, answer.json()["error"]) == (status, error)


async def test_an_unknown_vocabulary_is_not_found(clerk: httpx.AsyncClient) -> None:
    answer = await clerk.get("/api/vocabularies/nothing")

    assert (answer.status_code, answer.json()["error"]) == (404, "VocabularyNotFound")
