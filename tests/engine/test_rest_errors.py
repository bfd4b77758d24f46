"""REST: which request goes out, and what each answer means."""

import json
from collections.abc import Callable

import httpx
import pytest

from engine.address import EngineAddress
from engine.errors import (
    EngineBusy,
    EngineError,
    EngineRefused,
    EngineUnavailable,
    TaskGone,
    TaskTaken,
)
from engine.rest import EngineRest

TASK = 2251799813685300
Answer = Callable[[httpx.Request], httpx.Response]


def engine(answer: Answer, version: str = "8.6.0") -> EngineRest:
    address = EngineAddress("http://engine", "engine:1", None, version)
    return EngineRest(address, httpx.MockTransport(answer))


@pytest.mark.parametrize(("version", "prefix"), [("8.6.0", "/v2"), ("8.5.8", "/v1")])
async def test_the_path_goes_by_the_version(version: str, prefix: str) -> None:
    sent: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return httpx.Response(204)

    rest = engine(answer, version)
    await rest.assign_task(TASK, "person-1")
    await rest.unassign_task(TASK)
    await rest.complete_task(TASK, {"category": "appeal"})
    await rest.update_task(TASK, {"priority": 80})
    await rest.close()
    assert [(request.method, request.url.path) for request in sent] == [
        ("POST", f"{prefix}/user-tasks/{TASK}/assignment"),
        ("DELETE", f"{prefix}/user-tasks/{TASK}/assignee"),
        ("POST", f"{prefix}/user-tasks/{TASK}/completion"),
        ("PATCH", f"{prefix}/user-tasks/{TASK}"),
    ]
    assert json.loads(sent[0].content) == {"assignee": "person-1", "allowOverride": True}
    assert json.loads(sent[2].content) == {"variables": {"category": "appeal"}}


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (400, EngineRefused),
        (401, EngineUnavailable),
        (404, TaskGone),
        (409, TaskTaken),
        (413, EngineRefused),
        (429, EngineBusy),
        (500, EngineUnavailable),
        (502, EngineUnavailable),
        (503, EngineBusy),
    ],
)
async def test_each_status_has_its_named_error(status: int, error: type[EngineError]) -> None:
    rest = engine(lambda _: httpx.Response(status, json={"title": "T", "detail": "why it is so"}))
    with pytest.raises(error, match="why it is so") as caught:
        await rest.complete_task(TASK, {})
    assert type(caught.value) is error
    await rest.close()


async def test_a_command_too_large_for_the_engine_is_refused_not_repeated() -> None:
    problem = {"detail": "EXCEEDED_BATCH_RECORD_SIZE: too large"}
    rest = engine(lambda _: httpx.Response(500, json=problem))
    with pytest.raises(EngineRefused):
        await rest.complete_task(TASK, {})
    await rest.close()


async def test_variables_quoted_by_the_engine_are_not_in_the_error() -> None:
    detail = "Expected variables to be a document, got {'secret': 'text'}"
    rest = engine(lambda _: httpx.Response(400, json={"detail": detail}))
    with pytest.raises(EngineRefused) as caught:
        await rest.complete_task(TASK, {})
    assert str(caught.value) == "Expected variables to be a document, got"
    await rest.close()


async def test_no_answer_means_unavailable_without_quoting_the_request() -> None:
    def refuse(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError(f"cannot reach {request.url}")

    rest = engine(refuse)
    with pytest.raises(EngineUnavailable, match=r"does not answer \(ConnectError\)"):
        await rest.topology()
    await rest.close()
