"""New tasks are told to open pages: how many of this list, and nothing of what is sealed."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from api import inbox_watch
from api.pages import inbox_events
from tests.api.inbox_cases import waiting
from tests.api.office import SCHOOLS, Office
from tests.api.sealed_cases import sealed_case

# Seconds; on a busy machine nothing is quick.
LONGEST = 120


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inbox_watch, "POLL_SECONDS", 0.02)


@asynccontextmanager
async def listening(office: Office, user: str, path: str) -> AsyncIterator["asyncio.Queue[Any]"]:
    """Events of a stream as they come; the application runs with its watch."""
    events: asyncio.Queue[Any] = asyncio.Queue()
    gone = asyncio.Event()
    scope = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": path.partition("?")[0],
        "raw_path": path.encode(),
        "query_string": path.partition("?")[2].encode(),
        "root_path": "",
        "headers": [(b"authorization", f"Bearer {office.token(user)}".encode())],
        "client": ("127.0.0.1", 40000),
        "server": ("xinfang.test", 80),
    }

    asked = iter([{"type": "http.request", "body": b"", "more_body": False}])

    async def receive() -> dict[str, Any]:
        if (whole := next(asked, None)) is not None:
            return whole
        await gone.wait()
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        if message["type"] == "http.response.start":
            events.put_nowait(message["status"])
        for line in message.get("body", b"").decode().splitlines():
            if line.startswith("data: "):
                events.put_nowait(json.loads(line.removeprefix("data: ")))

    async with office.app.router.lifespan_context(office.app):
        request = asyncio.create_task(office.app(scope, receive, send))
        try:
            assert await asyncio.wait_for(events.get(), LONGEST) == 200
            yield events
        finally:
            gone.set()
            request.cancel()
            await asyncio.wait({request}, timeout=LONGEST)


async def test_arrivals_of_the_list_are_counted_from_where_the_page_was_made(
    office: Office,
) -> None:
    waiting(office, "before")
    async with office.client("handler_zj") as handler:
        page = (await handler.get("/?scope=free", headers={"Accept": "text/html"})).text
    assert "since=1" in page
    path = "/inbox/events?scope=free&since=1"
    async with listening(office, "handler_zj", path) as events:
        waiting(office, "elsewhere", groups=(f"handler@{SCHOOLS}",))
        waiting(office, "new")
        told = await asyncio.wait_for(events.get(), LONGEST)
        assert told == {"new": 1, "text": "有 1 项新任务，点此更新"}
        waiting(office, "newer")
        assert (await asyncio.wait_for(events.get(), LONGEST))["new"] == 2


async def test_a_stream_that_is_opened_later_tells_what_came_meanwhile(office: Office) -> None:
    waiting(office, "one")
    waiting(office, "two")
    async with listening(office, "handler_zj", "/inbox/events?scope=mine&since=1") as events:
        assert (await asyncio.wait_for(events.get(), LONGEST))["new"] == 1


@pytest.mark.parametrize("user", ["manager", "classifier"])
async def test_a_sealed_case_is_told_to_nobody_else(office: Office, user: str) -> None:
    async with listening(office, user, "/inbox/events?scope=all&since=0") as events:
        sealed_case(office, 1)
        # What comes after it is told as the first.
        office.task(office.petition("open"))
        assert (await asyncio.wait_for(events.get(), LONGEST))["new"] == 1


async def test_a_stream_ends_with_its_time_or_with_the_application(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inbox_events, "LIFE_SECONDS", 0.0)
    async with office.client("handler_zj") as handler:
        answer = await handler.get("/inbox/events?scope=free&since=0")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/event-stream")


async def test_who_is_not_signed_in_or_has_no_unit_hears_nothing(office: Office) -> None:
    async with office.client() as anyone:
        assert (await anyone.get("/inbox/events?scope=free&since=0")).status_code == 401
