"""Drafts: kept per task and person, seen by nobody else, gone once the task is decided."""

from datetime import timedelta
from typing import Any

import httpx
import pytest
from sqlmodel import select

from records.models import TaskDraft
from tests.api.matter_tasks import add_matter, task_of
from tests.api.office import HOUSING, Office

HEARD: dict[str, Any] = {"heard_on": "2026-11-23", "statement": "陈述如下。"}


async def save(
    client: httpx.AsyncClient, key: int, statement: str, version: int = 0, origin: str = "one"
) -> httpx.Response:
    body = {"data": {"statement": statement}, "version": version, "origin": origin}
    return await client.put(f"/api/tasks/{key}/draft", json=body)


@pytest.fixture
async def task(office: Office, handler: httpx.AsyncClient) -> int:
    """A task to hear the petitioner, held by the first handler."""
    petition = office.petition()
    matter = add_matter(office, petition)
    key = task_of(office, petition, matter, "hear_petitioner", f"handler@{HOUSING}")
    await handler.post(f"/api/tasks/{key}/claim")
    return key


async def test_what_was_typed_is_there_again_with_its_time(
    office: Office, handler: httpx.AsyncClient, task: int
) -> None:
    saved = await save(handler, task, "电梯停")
    office.clock.move(timedelta(minutes=5))
    await save(handler, task, "电梯停用两个月", version=saved.json()["version"])

    async with office.client("handler_zj") as another_tab:
        draft = (await another_tab.get(f"/api/tasks/{task}/draft")).json()

    assert draft == {
        "data": {"statement": "电梯停用两个月"},
        "version": 2,
        "origin": "one",
        "saved_at": "2026-11-23T09:05:00+08:00",
    }


async def test_nobody_else_gets_it_not_even_who_holds_the_task_next(
    office: Office, handler: httpx.AsyncClient, task: int
) -> None:
    await save(handler, task, "电梯停用")
    async with office.client("unit_leader_zj") as leader:
        await leader.post(f"/api/tasks/{task}/assign", json={"user": "handler2_zj"})
        theirs = await leader.get(f"/api/tasks/{task}/draft")
    async with office.client("handler2_zj") as second, office.client("manager") as manager:
        others = [await one.get(f"/api/tasks/{task}/draft") for one in (second, manager)]
        page = await second.get(f"/api/tasks/{task}")

    assert {(one.status_code, one.json()["error"]) for one in (theirs, *others)} == {
        (404, "DraftNotFound")
    }
    assert "电梯停用两" not in page.text
    assert (await handler.get(f"/api/tasks/{task}/draft")).status_code == 200


async def test_of_two_tabs_the_older_content_does_not_replace_the_newer(
    handler: httpx.AsyncClient, task: int
) -> None:
    await save(handler, task, "第一页", origin="one")
    await save(handler, task, "第二页", version=1, origin="two")

    late = await save(handler, task, "第一页又一句", version=1, origin="one")

    assert (late.status_code, late.json()["error"]) == (409, "DraftChanged")
    draft = (await handler.get(f"/api/tasks/{task}/draft")).json()
    assert draft["data"]["statement"] == "第二页"


async def test_a_tab_goes_on_though_it_did_not_hear_the_last_answer(
    handler: httpx.AsyncClient, task: int
) -> None:
    for words in ("一", "一二", "一二三"):
        assert (await save(handler, task, words, version=0)).status_code == 200

    assert (await handler.get(f"/api/tasks/{task}/draft")).json()["version"] == 3


async def test_it_is_gone_once_the_task_is_decided_whoever_typed_it(
    office: Office, handler: httpx.AsyncClient, task: int
) -> None:
    await save(handler, task, "电梯停用")
    async with office.client("unit_leader_zj") as leader:
        await leader.post(f"/api/tasks/{task}/assign", json={"user": "handler2_zj"})
    async with office.client("handler2_zj") as second:
        await save(second, task, "另一份")
        done = await second.post(f"/api/tasks/{task}/completion", json={"data": HEARD})

    assert done.status_code == 200
    with office.database.reading() as session:
        assert session.exec(select(TaskDraft)).all() == []


async def test_throwing_it_away_twice_is_harmless(handler: httpx.AsyncClient, task: int) -> None:
    await save(handler, task, "电梯停用")
    path = f"/api/tasks/{task}/draft"

    assert [(await handler.delete(path)).status_code for _ in range(2)] == [204, 204]
    assert (await handler.get(path)).json()["error"] == "DraftNotFound"


async def test_only_the_holder_drafts_and_only_while_the_task_is_open(
    office: Office, handler: httpx.AsyncClient, task: int
) -> None:
    async with office.client("handler2_zj") as second:
        other = await save(second, task, "电梯停用")
    office.end_task(task)
    ended = await save(handler, task, "电梯停用")

    assert other.json()["error"] == "TaskNotYours"
    assert ended.json()["error"] == "TaskEnded"
