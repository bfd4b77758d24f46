"""Filing, finding and reading petitions."""

from datetime import timedelta
from typing import Any

import httpx
import pytest

from records.demo import BUREAU
from tests.api.case_files import add_steps
from tests.api.office import HOUSING, SCHOOLS, Office

NEW: dict[str, Any] = {
    "form": "visit",
    "subject": "小区电梯停用",
    "text": "电梯停用已有两个月。",
    "petitioner_name": "某信访人",
}


async def test_filing_gives_number_and_query_code(office: Office, clerk: httpx.AsyncClient) -> None:
    answer = await clerk.post("/api/petitions", json=NEW | {"claims": ["修好电梯", "公布原因"]})

    assert answer.status_code == 201
    filed = answer.json()
    assert filed["number"] == "990100012026F000001"
    assert len(filed["query_code"]) == 10
    [(kind, payload)] = office.outbox()
    assert kind == "start_instance"
    assert payload["variables"]["petition_id"] == filed["id"]
    assert "电梯" not in str(payload)


async def test_a_source_that_came_before_gives_the_same_petition(
    office: Office, clerk: httpx.AsyncClient
) -> None:
    body = NEW | {"source": {"system": "city", "id": "A-17"}}

    first = await clerk.post("/api/petitions", json=body)
    second = await clerk.post("/api/petitions", json=body)

    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json() == second.json()
    assert len(office.outbox()) == 1


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"subject": ""}, "subject"),
        ({"subject": "   "}, "subject"),
        ({"subject": "长" * 301}, "subject"),
        ({"text": "a\x00b"}, "text"),
        ({"form": "pigeon"}, "form"),
        ({"received_on": "yesterday"}, "received_on"),
        ({"claims": [""]}, "claims.0"),
        ({"colour": "red"}, "colour"),
        ({"source": {"system": "city"}}, "source.id"),
    ],
)
async def test_a_value_that_is_not_valid_is_named(
    clerk: httpx.AsyncClient, change: dict[str, Any], field: str
) -> None:
    answer = await clerk.post("/api/petitions", json=NEW | change)

    assert answer.status_code == 422
    assert answer.json()["error"] == "InvalidInput"
    assert [fault["key"] for fault in answer.json()["errors"]] == [field]
    assert answer.json()["errors"][0]["message"]


async def test_a_day_of_receipt_in_the_future_is_refused(clerk: httpx.AsyncClient) -> None:
    answer = await clerk.post("/api/petitions", json=NEW | {"received_on": "2026-11-24"})

    assert (answer.status_code, answer.json()["error"]) == (422, "ReceivedInFuture")


async def test_half_a_surrogate_pair_is_refused(clerk: httpx.AsyncClient) -> None:
    answer = await clerk.post(
        "/api/petitions",
        content='{"form":"visit","subject":"\\ud800","text":"t","petitioner_name":"p"}',
        headers={"Content-Type": "application/json"},
    )

    assert answer.status_code == 422


async def test_only_window_clerks_file(
    handler: httpx.AsyncClient, anyone: httpx.AsyncClient
) -> None:
    assert (await handler.post("/api/petitions", json=NEW)).json()["error"] == "RoleMissing"
    assert (await anyone.post("/api/petitions", json=NEW)).status_code == 401


async def test_a_clerk_files_for_the_own_bureau_only(clerk: httpx.AsyncClient) -> None:
    answer = await clerk.post("/api/petitions", json=NEW | {"bureau": HOUSING})

    assert answer.status_code == 403


async def test_the_case_says_what_is_next_and_who_must_do_it(
    office: Office, manager: httpx.AsyncClient
) -> None:
    petition = office.petition()
    key = office.task(petition)

    case = (await manager.get(f"/api/petitions/{petition.number}")).json()

    [step] = case["steps"]
    assert step["element_id"] == "classify_petition"
    assert step["name"] == "确定信访目的和承办单位"
    assert step["who"] == "示范市信访局 分类岗"
    assert step["task_key"] == str(key)
    assert step["since"].endswith("+08:00")
    assert case["unit"] is None
    assert [claim["text"] for claim in case["claims"]] == ["小区电梯停用"]


async def test_the_case_says_until_when_and_why_that_day(
    office: Office, manager: httpx.AsyncClient
) -> None:
    petition = office.petition()
    office.at_unit(petition)
    office.clock_for(petition)

    case = (await manager.get(f"/api/petitions/{petition.number}")).json()

    [clock] = case["clocks"]
    assert clock["due_on"] == "2027-01-19"
    assert clock["days_left"] == 57
    assert "第三十四条" in clock["explanation"][0]
    assert clock["entries"][0]["kind"] == "started"
    assert clock["entries"][0]["actor"] == "系统"


async def test_the_history_holds_steps_acts_and_no_joins(
    office: Office, manager: httpx.AsyncClient
) -> None:
    petition = office.petition()
    office.task(petition)

    history = (await manager.get(f"/api/petitions/{petition.number}")).json()["history"]

    assert [(entry["kind"], entry["name"]) for entry in history] == [
        ("act", "登记"),
        ("step", "信访事项已收到"),
        ("step", "登记信访事项"),
        ("step", "拟定信访目的"),
        ("step", "确定信访目的和承办单位"),
    ]


async def test_a_petition_the_engine_has_not_taken_up_yet_is_waiting(
    office: Office, manager: httpx.AsyncClient
) -> None:
    petition = office.petition()

    flow = (await manager.get(f"/api/petitions/{petition.number}/flow")).json()

    assert flow["state"] == "waiting"
    assert flow["instance_key"] is None


async def test_the_flow_says_where_the_case_is(office: Office, manager: httpx.AsyncClient) -> None:
    petition = office.petition()
    office.task(petition)

    flow = (await manager.get(f"/api/petitions/{petition.number}/flow")).json()

    assert flow["active_ids"] == ["classify_petition"]
    assert "register_petition" in flow["done_ids"]
    assert "to_classify_petition" in flow["taken_flows"]


async def test_the_flow_has_another_version_when_a_called_process_moves(
    office: Office, manager: httpx.AsyncClient
) -> None:
    petition = office.petition()
    root = office.task(petition) - 5
    path = f"/api/petitions/{petition.number}/flow"
    before = (await manager.get(path)).json()
    same = (await manager.get(path)).json()

    add_steps(office, root, petition, 1)

    after = (await manager.get(path)).json()
    assert before["version"] == same["version"] != after["version"]
    assert before["active_ids"] == after["active_ids"]


async def test_the_page_tells_the_version_it_shows(
    office: Office, manager: httpx.AsyncClient
) -> None:
    """What happens between the page and the first look of its script is not missed."""
    petition = office.petition()
    office.task(petition)

    page = await manager.get(f"/petitions/{petition.number}", headers={"Accept": "text/html"})

    flow = (await manager.get(f"/api/petitions/{petition.number}/flow")).json()
    assert f'data-version="{flow["version"]}"' in page.text


async def test_a_foreign_petition_does_not_exist(
    office: Office, foreigner: httpx.AsyncClient, handler: httpx.AsyncClient
) -> None:
    petition = office.petition()
    path = f"/api/petitions/{petition.number}"
    assert (await handler.get(path)).status_code == 404
    office.at_unit(petition, HOUSING)

    assert (await handler.get(path)).status_code == 200
    for address in (path, f"{path}/flow"):
        foreign, unknown = await foreigner.get(address), await foreigner.get("/api/petitions/x")
        assert foreign.status_code == 404
        assert foreign.json() == unknown.json()


async def test_technical_roles_read_no_petitions(office: Office) -> None:
    petition = office.petition()
    for user in ("operator", "designer"):
        async with office.client(user) as client:
            assert (await client.get(f"/api/petitions/{petition.number}")).status_code == 404
            assert (await client.get("/api/petitions")).json()["petitions"] == []


async def test_the_list_shows_what_one_may_see(
    office: Office, handler: httpx.AsyncClient, foreigner: httpx.AsyncClient
) -> None:
    housing, schools = office.petition("电梯"), office.petition("学区")
    office.at_unit(housing, HOUSING)
    office.at_unit(schools, SCHOOLS)

    seen = [
        [row["subject"] for row in (await client.get("/api/petitions")).json()["petitions"]]
        for client in (handler, foreigner)
    ]

    assert seen == [["电梯"], ["学区"]]


async def test_the_list_is_searched_and_filtered(
    office: Office, manager: httpx.AsyncClient
) -> None:
    first, second = office.petition("电梯 100%"), office.petition("学区")
    office.at_unit(second, SCHOOLS)

    async def found(**query: str) -> list[str]:
        answer = await manager.get("/api/petitions", params=query)
        return [row["subject"] for row in answer.json()["petitions"]]

    assert await found(q="100%") == ["电梯 100%"]
    assert await found(q="%") == ["电梯 100%"]
    assert await found(q=second.number) == ["学区"]
    assert await found(unit=SCHOOLS) == ["学区"]
    assert await found(open="true") == ["学区", "电梯 100%"]
    assert await found(open="false") == []
    assert first.bureau_id == BUREAU


async def test_pages_of_the_list_neither_skip_nor_repeat(
    office: Office, manager: httpx.AsyncClient
) -> None:
    numbers = [office.petition(f"事项 {n}").number for n in range(5)]
    seen: list[str] = []
    cursor: str | None = None
    while True:
        query = {"limit": "2"} | ({"cursor": cursor} if cursor else {})
        page = (await manager.get("/api/petitions", params=query)).json()
        seen += [row["number"] for row in page["petitions"]]
        cursor = page["next"]
        # One more comes in between two pages: it sorts before what was seen.
        office.clock.move(timedelta(minutes=1))
        office.petition("新到", received_on=office.clock.now().date())
        if cursor is None:
            break

    assert seen == sorted(numbers, reverse=True)


async def test_a_cursor_that_is_none_of_ours_is_refused(manager: httpx.AsyncClient) -> None:
    for cursor in ("x", "W10", "WzEsMl0", "bnVsbA", "WyJhIiwiYiIsImMiXQ"):
        answer = await manager.get("/api/petitions", params={"cursor": cursor})
        assert (answer.status_code, answer.json()["error"]) == (422, "BadCursor")
