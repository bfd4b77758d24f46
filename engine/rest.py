"""Sends REST calls to the engine: `EngineRest` for the event loop, `send` for commands."""

from typing import Any

import httpx

from engine import rest_calls
from engine.address import EngineAddress
from engine.errors import EngineUnavailable
from engine.rest_calls import Call, read_answer

TIMEOUT = httpx.Timeout(10.0, connect=3.0)


class EngineRest:
    """User tasks of one engine. Errors of all methods: see `rest_calls.read_answer`."""

    def __init__(
        self, address: EngineAddress, transport: httpx.AsyncBaseTransport | None = None
    ) -> None:
        self._client = httpx.AsyncClient(
            base_url=address.rest + address.rest_prefix,
            timeout=TIMEOUT,
            transport=transport,
            trust_env=False,
        )

    async def send(self, call: Call) -> dict[str, Any]:
        """Send a call; returns the answer's body."""
        try:
            answer = await self._client.request(call.method, call.path, json=call.body)
        except httpx.HTTPError as error:
            raise _unreachable(error) from error
        return read_answer(answer)

    async def topology(self) -> dict[str, Any]:
        """Brokers, partitions and who leads them."""
        return await self.send(rest_calls.topology())

    async def assign_task(
        self, task_key: int, assignee: str, *, allow_override: bool = True
    ) -> None:
        """Give the task to a person. Raises TaskTaken without `allow_override` when taken."""
        await self.send(rest_calls.assign_task(task_key, assignee, allow_override=allow_override))

    async def unassign_task(self, task_key: int) -> None:
        """Take the task away from whoever has it."""
        await self.send(rest_calls.unassign_task(task_key))

    async def complete_task(self, task_key: int, variables: dict[str, Any]) -> None:
        """Complete the task. Raises TaskGone when it is complete already."""
        await self.send(rest_calls.complete_task(task_key, variables))

    async def update_task(self, task_key: int, changes: dict[str, Any]) -> None:
        """Change candidates, dates or priority; field names as in `rest_calls.update_task`."""
        await self.send(rest_calls.update_task(task_key, changes))

    async def close(self) -> None:
        """Close the connections."""
        await self._client.aclose()


def send(address: EngineAddress, call: Call) -> dict[str, Any]:
    """Send one call and wait, for commands without an event loop."""
    url = address.rest + address.rest_prefix + call.path
    try:
        answer = httpx.request(call.method, url, json=call.body, timeout=TIMEOUT, trust_env=False)
    except httpx.HTTPError as error:
        raise _unreachable(error) from error
    return read_answer(answer)


def _unreachable(error: httpx.HTTPError) -> EngineUnavailable:
    # The class says what happened; the text may quote the request.
    return EngineUnavailable(f"The engine does not answer ({type(error).__name__}).")
