"""Every error has one shape, a fitting status and says what to do."""

import asyncio
import inspect
import re
from collections.abc import AsyncIterator

import httpx
import pytest
from fastapi import FastAPI

import law.errors
import law.four_eyes
import law.succession
import records.absences
import records.accounts
import records.case_file.errors
import records.divisions
import records.number_patterns
import records.number_schemes
import records.passwords
import records.people
import records.sign_ins
import records.task_work.changes
import records.task_work.delegation
import records.task_work.drafts
import records.task_work.opinions
import records.task_work.state
import records.task_work.urging
import records.task_work.ways_back
import records.tasks.errors
import records.unit_admin
import records.unit_succession
import records.vocabularies.errors
from api import errors as api_errors
from api.errors import ApiError
from api.i18n.errors_zh import ERRORS
from engine.errors import EngineUnavailable
from law.errors import LawError
from records import errors as records_errors
from records.errors import RecordsError
from tests.api.office import Office

MODULES = (
    records.absences,
    records.accounts,
    records.passwords,
    records.unit_admin,
    api_errors,
    records_errors,
    records.tasks.errors,
    records.task_work.changes,
    records.task_work.delegation,
    records.task_work.drafts,
    records.task_work.opinions,
    records.task_work.state,
    records.task_work.urging,
    records.task_work.ways_back,
    records.people,
    records.sign_ins,
    law.errors,
    law.four_eyes,
    law.succession,
    records.case_file.errors,
    records.divisions,
    records.number_patterns,
    records.number_schemes,
    records.unit_succession,
    records.vocabularies.errors,
)
KINDS = (ApiError, RecordsError, LawError)


def error_classes() -> list[type[Exception]]:
    """Every error that can reach a person."""
    return [
        kind
        for module in MODULES
        for _, kind in inspect.getmembers(module, inspect.isclass)
        if issubclass(kind, KINDS)
    ]


def test_every_error_speaks_chinese_too() -> None:
    missing = {kind.__name__ for kind in error_classes()} - ERRORS.keys()

    assert missing == set()


def test_every_message_tells_what_is_wrong_and_what_to_do() -> None:
    for kind in error_classes():
        assert re.search(r"[.)]$", (kind.__doc__ or "").strip()), kind


async def test_bad_json(clerk: httpx.AsyncClient) -> None:
    answer = await clerk.post(
        "/api/petitions", content="{'no'}", headers={"Content-Type": "application/json"}
    )

    assert (answer.status_code, answer.json()["error"]) == (400, "BadJson")


async def test_json_under_another_name_is_refused(clerk: httpx.AsyncClient) -> None:
    headers = {"Content-Type": "text/plain"}
    answer = await clerk.post("/api/petitions", content="{}", headers=headers)

    assert (answer.status_code, answer.json()["error"]) == (422, "InvalidInput")


async def test_input_is_never_echoed(clerk: httpx.AsyncClient) -> None:
    answer = await clerk.post("/api/petitions", json={"form": "13800000000"})

    assert "13800000000" not in answer.text


@pytest.mark.parametrize(
    ("method", "path", "status", "error"),
    [
        ("GET", "/api/nothing", 404, "NotFound"),
        ("GET", "/nothing", 404, "NotFound"),
        ("PUT", "/api/tasks", 405, "MethodNotAllowed"),
        ("GET", "/api/tasks", 401, "NotSignedIn"),
        ("POST", "/api/session", 422, "InvalidInput"),
        ("GET", "/static/nothing.js", 404, "NotFound"),
        ("GET", "/static/../settings.py", 404, "NotFound"),
    ],
)
async def test_errors_of_the_framework_have_the_same_shape(
    anyone: httpx.AsyncClient, method: str, path: str, status: int, error: str
) -> None:
    answer = await anyone.request(method, path)

    assert answer.status_code == status
    assert answer.json()["error"] == error
    assert answer.json()["detail"]
    assert answer.json().keys() <= {"error", "detail", "errors"}


async def test_what_nobody_expected_is_500_without_details(
    office: Office, anyone: httpx.AsyncClient
) -> None:
    def broken() -> None:
        raise ValueError("某信访人")

    app: FastAPI = office.app
    app.add_api_route("/api/broken", broken)

    answer = await anyone.get("/api/broken")

    assert (answer.status_code, answer.json()["error"]) == (500, "InternalError")
    assert "信访人" not in answer.text


async def test_an_engine_that_does_not_answer_is_503(
    office: Office, clerk: httpx.AsyncClient
) -> None:
    def away(_: object) -> None:
        raise EngineUnavailable("The engine's clock does not answer.")

    office.app.state.runtime.move_clock = away

    answer = await clerk.post("/api/demo/clock", json={"add": "1d"})

    assert (answer.status_code, answer.json()["error"]) == (503, "EngineUnavailable")


async def test_a_body_that_is_too_large_is_refused_declared_or_not(
    clerk: httpx.AsyncClient,
) -> None:
    large = b'{"text": "' + b"x" * 200_000 + b'"}'

    async def pieces() -> AsyncIterator[bytes]:
        for start in range(0, len(large), 10_000):
            yield large[start : start + 10_000]

    for content in (large, pieces()):
        answer = await clerk.post(
            "/api/petitions", content=content, headers={"Content-Type": "application/json"}
        )
        assert (answer.status_code, answer.json()["error"]) == (413, "BodyTooLarge")
        assert "100000" in answer.json()["detail"]


async def test_messages_follow_the_language_asked_for(anyone: httpx.AsyncClient) -> None:
    async def detail(language: str) -> str:
        answer = await anyone.get("/api/tasks", headers={"Accept-Language": language})
        text: str = answer.json()["detail"]
        return text

    assert (await detail("zh-CN,zh;q=0.9,en;q=0.8")).startswith("尚未登录")
    assert (await detail("en-GB,en;q=0.9,zh;q=0.8")).startswith("You are not signed in")
    assert (await detail("fr")).startswith("尚未登录")


async def test_many_requests_at_once_all_get_an_answer(
    office: Office, clerk: httpx.AsyncClient
) -> None:
    """More requests than connections wait their turn; none waits for another for ever."""
    new = {"form": "visit", "subject": "事项", "text": "内容", "petitioner_name": "某人"}
    posts = [clerk.post("/api/petitions", json=new) for _ in range(30)]
    gets = [clerk.get("/api/petitions") for _ in range(60)]

    answers = await asyncio.wait_for(asyncio.gather(*posts, *gets), 60)

    assert {answer.status_code for answer in answers} == {200, 201}
    numbers = [answer.json()["number"] for answer in answers[:30]]
    assert sorted(numbers) == [f"990100012026F{n:06d}" for n in range(1, 31)]
    assert len(office.outbox()) == 30
