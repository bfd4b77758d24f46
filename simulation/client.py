"""One signed-in person's view of the JSON API, patient with a server that is being restarted."""

import asyncio
from typing import Any

import httpx

PATIENCE_SECONDS = 180.0
FIRST_PAUSE = 0.2
LONGEST_PAUSE = 3.0
PASSING = {429, 502, 503, 504}


class ServerGone(Exception):
    """The server did not answer for minutes. Is it running? Give its address with --url."""

    def __init__(self) -> None:
        super().__init__(type(self).__doc__)


class Refused(Exception):
    """The API answered with an error."""

    def __init__(self, status: int, name: str, detail: str) -> None:
        self.status = status
        self.name = name
        super().__init__(f"{status} {name}: {detail}")


class Person:
    """A person at the API. Requests are repeated while the server is away: none does harm twice."""

    def __init__(self, http: httpx.AsyncClient, user: str, password: str) -> None:
        self.user = user
        self._http = http
        self._password = password
        self._token = ""

    async def sign_in(self) -> None:
        """Get a token. Raises Refused, ServerGone."""
        answer = await self._send(
            "POST", "/api/session", {"user": self.user, "password": self._password}
        )
        self._token = answer["token"]

    async def get(self, path: str, **query: Any) -> Any:  # noqa: ANN401 - JSON
        """GET; raises Refused, ServerGone."""
        return await self._send("GET", path, None, query)

    async def post(self, path: str, body: dict[str, Any] | None = None) -> Any:  # noqa: ANN401 - JSON
        """POST; raises Refused, ServerGone."""
        return await self._send("POST", path, body or {})

    async def _send(
        self,
        method: str,
        path: str,
        body: dict[str, Any] | None,
        query: dict[str, Any] | None = None,
    ) -> Any:  # noqa: ANN401 - JSON
        waited, pause = 0.0, FIRST_PAUSE
        while True:
            try:
                response = await self._http.request(
                    method,
                    path,
                    json=body,
                    params=query,
                    headers={"Authorization": f"Bearer {self._token}"} if self._token else {},
                )
                if response.status_code not in PASSING:
                    return _answer(response)
            except httpx.TransportError:
                pass
            if waited > PATIENCE_SECONDS:
                raise ServerGone
            await asyncio.sleep(pause)
            waited += pause
            pause = min(pause * 2, LONGEST_PAUSE)


def _answer(response: httpx.Response) -> Any:  # noqa: ANN401 - JSON
    if response.is_success:
        return response.json() if response.content else None
    try:
        problem = response.json()
    except ValueError:
        problem = {}
    # Keys and messages of fields, never what was filled in.
    fields = [f"{one.get('key')}: {one.get('message')}" for one in problem.get("errors", [])]
    detail = "; ".join([str(problem.get("detail", "")), *fields])
    raise Refused(response.status_code, problem.get("error", "?"), detail)
