"""The receiver: what the engine's Elasticsearch exporter believes to be Elasticsearch.

Answers 200 only when a batch is committed; anything else makes the exporter send it again, for ever
and in order. Batches are applied one at a time, in a thread, so that `/health` always answers.
"""

import asyncio
import secrets
from base64 import b64decode
from collections.abc import Callable

import structlog
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from journal.apply import Applied, apply_records
from journal.errors import BatchTooLarge, JournalUnavailable, MalformedBatch
from journal.record import parse_bulk
from records.database import Database

logger = structlog.get_logger(__name__)

LARGEST_BODY = 64 * 1024 * 1024
"""Bytes; the exporter itself keeps below 10 MB unless told otherwise."""


class Receiver:
    """Takes batches in and remembers how far it got."""

    def __init__(
        self, database: Database, *, user: str, password: str, now_ms: Callable[[], int]
    ) -> None:
        self._database = database
        self._credentials = f"{user}:{password}".encode()
        self._now_ms = now_ms
        self._turn = asyncio.Lock()
        self._positions: dict[int, int] = {}
        self._records = 0

    async def bulk(self, request: Request) -> Response:
        """`POST /_bulk`: 200 applied, 400 malformed, 401, 413 too large, 503 not now."""
        if not self._may_enter(request):
            return _refuse(401, "sign in")
        try:
            body = await _read(request)
            async with self._turn:
                applied = await asyncio.to_thread(self._apply, body)
        except ClientDisconnect:
            return _refuse(400, "cut off")
        except MalformedBatch as error:
            logger.error("batch_malformed", error=str(error))
            return _refuse(400, str(error))
        except BatchTooLarge as error:
            logger.error("batch_too_large")
            return _refuse(413, str(error))
        except JournalUnavailable as error:
            logger.warning("batch_postponed", error=str(error))
            return _refuse(503, "not now")
        self._positions.update(applied.positions)
        self._records += applied.new
        return JSONResponse({"took": 1, "errors": False, "items": []})

    async def settings(self, request: Request) -> Response:
        """`PUT /zeebe*/_settings` and its like, once when the exporter starts."""
        if not self._may_enter(request):
            return _refuse(401, "sign in")
        return JSONResponse({"acknowledged": True})

    async def health(self, request: Request) -> Response:
        """`GET /health`: records applied since the start, last position by partition."""
        positions = {str(key): str(value) for key, value in self._positions.items()}
        return JSONResponse({"status": "UP", "records": self._records, "positions": positions})

    def _apply(self, body: bytes) -> Applied:
        return apply_records(self._database, parse_bulk(body, self._now_ms()))

    def _may_enter(self, request: Request) -> bool:
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        try:
            given = b64decode(token, validate=True)
        except ValueError:
            return False
        return secrets.compare_digest(given, self._credentials) and scheme.lower() == "basic"


def create_app(receiver: Receiver) -> ASGIApp:
    """The receiver as an ASGI application."""
    routes = [
        Route("/_bulk", receiver.bulk, methods=["POST"]),
        Route("/health", receiver.health, methods=["GET"]),
        Route("/{path:path}", receiver.settings, methods=["PUT"]),
    ]
    return Starlette(routes=routes, middleware=[Middleware(ProductHeader)])


class ProductHeader:
    """Names the product in every answer: newer exporters talk to nothing else."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, add the header to its answer."""

        async def send_named(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"].append((b"x-elastic-product", b"Elasticsearch"))
            await send(message)

        await self._app(scope, receive, send_named)


async def _read(request: Request) -> bytes:
    chunks, size = [], 0
    if int(request.headers.get("content-length", "0")) > LARGEST_BODY:
        raise BatchTooLarge
    async for chunk in request.stream():
        size += len(chunk)
        if size > LARGEST_BODY:
            raise BatchTooLarge
        chunks.append(chunk)
    return b"".join(chunks)


def _refuse(status: int, reason: str) -> Response:
    headers = {"WWW-Authenticate": 'Basic realm="journal"'} if status == 401 else None
    return JSONResponse({"errors": True, "error": reason}, status, headers)
