"""User tasks over REST: the requests, and what the answers mean. Sending is in `engine.rest`.

gRPC has no user tasks, so this is the only part of the engine reached over REST; the same paths
hold under `/v2` (8.6.0) and `/v1` (8.5.8).
"""

from dataclasses import dataclass, field
from typing import Any

import httpx

from engine.errors import (
    EngineBusy,
    EngineRefused,
    EngineUnavailable,
    TaskGone,
    TaskTaken,
    safe_reason,
)


@dataclass(frozen=True)
class Call:
    """One request: method, path below the version's prefix, JSON body."""

    method: str
    path: str
    body: dict[str, Any] | None = field(default=None, repr=False)


def topology() -> Call:
    """Brokers, partitions and who leads them."""
    return Call("GET", "/topology")


def assign_task(task_key: int, assignee: str, *, allow_override: bool = True) -> Call:
    """Give the task to a person; without `allow_override` only while nobody has it (409)."""
    body = {"assignee": assignee, "allowOverride": allow_override}
    return Call("POST", f"/user-tasks/{task_key}/assignment", body)


def unassign_task(task_key: int) -> Call:
    """Take the task away from whoever has it."""
    return Call("DELETE", f"/user-tasks/{task_key}/assignee")


def complete_task(task_key: int, variables: dict[str, Any]) -> Call:
    """Complete the task; only routing variables travel."""
    return Call("POST", f"/user-tasks/{task_key}/completion", {"variables": variables})


def update_task(task_key: int, changes: dict[str, Any]) -> Call:
    """Change `candidateGroups`, `candidateUsers`, `dueDate`, `followUpDate`, `priority`."""
    return Call("PATCH", f"/user-tasks/{task_key}", {"changeset": changes})


def read_answer(answer: httpx.Response) -> dict[str, Any]:
    """The body of a good answer ({} when empty).

    Raises EngineBusy (429, 503), TaskGone (404), TaskTaken (409), EngineRefused (other 4xx, and a
    command too large for the engine), EngineUnavailable (other 5xx, and 401 and 403).
    """
    status = answer.status_code
    if answer.is_success:
        return dict(answer.json()) if answer.content else {}
    reason = _reason(answer)
    if status in (httpx.codes.TOO_MANY_REQUESTS, httpx.codes.SERVICE_UNAVAILABLE):
        raise EngineBusy(reason)
    if status == httpx.codes.NOT_FOUND:
        raise TaskGone(reason)
    if status == httpx.codes.CONFLICT:
        raise TaskTaken(reason)
    if status in (httpx.codes.UNAUTHORIZED, httpx.codes.FORBIDDEN):
        raise EngineUnavailable(
            f"The engine wants credentials, which Xinfang does not send: {reason}"
        )
    if answer.is_client_error or "EXCEEDED_BATCH_RECORD_SIZE" in answer.text:
        raise EngineRefused(reason)
    raise EngineUnavailable(reason)


def _reason(answer: httpx.Response) -> str:
    try:
        problem = answer.json()
    except ValueError:
        problem = None
    if not isinstance(problem, dict):
        return f"HTTP {answer.status_code}"
    return safe_reason(problem.get("detail") or problem.get("title"))
