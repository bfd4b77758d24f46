"""Reads request bodies whole, up to a limit, before anything else happens.

So a slow sender holds no database connection, and a too large body, chunked or not, is answered
with 413 before it costs memory. What the client still sends is read and dropped for a moment:
closing at once would reset the connection and lose the answer.
"""

import asyncio
import contextlib
import re
from collections.abc import AsyncIterator

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import BodyTooLarge
from api.respond import error_response

DROP_SECONDS = 5.0
DROP_TIMES_LIMIT = 16
# Where a file is sent: it may be larger than what people type. What surrounds it needs some room.
UPLOADS = re.compile(r"(?:/api)?/petitions/[^/]+/attachments")
AROUND_A_FILE = 16 * 1024


class _TooLarge(Exception):
    pass


class _Gone(Exception):
    pass


class BodyLimit:
    """ASGI middleware; `limit` in bytes, `file_limit` for a file that is uploaded."""

    def __init__(self, app: ASGIApp, limit: int, file_limit: int = 0) -> None:
        self._app = app
        self._limit = limit
        self._upload_limit = max(limit, file_limit + AROUND_A_FILE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        limit = self._upload_limit if _is_upload(scope) else self._limit
        try:
            body = await self._read(scope, receive, limit)
        except _Gone:
            return
        except _TooLarge:
            await self._drop(scope, receive)
            error = BodyTooLarge(limit=limit, headers={"Connection": "close"})
            await error_response(Request(scope), error)(scope, receive, send)
            return
        await self._app(scope, _replay(body, receive), send)

    async def _read(self, scope: Scope, receive: Receive, limit: int) -> bytes:
        if _declared_length(scope) > limit:
            raise _TooLarge
        parts: list[bytes] = []
        size = 0
        async for part in _parts(receive):
            size += len(part)
            if size > limit:
                raise _TooLarge
            parts.append(part)
        return b"".join(parts)

    async def _drop(self, scope: Scope, receive: Receive) -> None:
        if b"expect" in {name for name, _ in scope["headers"]}:
            return  # the client waits for our answer before it sends
        dropped = 0
        with contextlib.suppress(TimeoutError, _Gone):
            async with asyncio.timeout(DROP_SECONDS):
                async for part in _parts(receive):
                    dropped += len(part)
                    if dropped > self._limit * DROP_TIMES_LIMIT:
                        return


async def _parts(receive: Receive) -> AsyncIterator[bytes]:
    more = True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise _Gone
        more = message.get("more_body", False)
        yield message.get("body", b"")


def _is_upload(scope: Scope) -> bool:
    return scope["method"] == "POST" and bool(UPLOADS.fullmatch(scope["path"]))


def _declared_length(scope: Scope) -> int:
    for name, value in scope["headers"]:
        if name == b"content-length" and value.isdigit():
            return int(value)
    return 0


def _replay(body: bytes, receive: Receive) -> Receive:
    waiting = True

    async def replayed() -> Message:
        nonlocal waiting
        if waiting:
            waiting = False
            return {"type": "http.request", "body": body, "more_body": False}
        return await receive()

    return replayed
