"""Turns every error, expected or not, into one shape of answer."""

import traceback

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from sqlalchemy.exc import IntegrityError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import (
    ApiError,
    BadJson,
    BadRequest,
    ChangedMeanwhile,
    InternalError,
    InvalidInput,
    MethodNotAllowed,
    NotFound,
)
from api.i18n import text_or
from api.language import Language, language_of
from api.respond import error_response
from engine.errors import EngineError
from law.errors import LawError
from records.errors import RecordsError

logger = structlog.get_logger(__name__)


def add_handlers(app: FastAPI) -> None:
    """Register the handlers of our own errors, of bad input and of the framework's."""

    def ours(request: Request, error: Exception) -> Response:
        return error_response(request, error)

    for kind in (ApiError, RecordsError, LawError, EngineError):
        app.add_exception_handler(kind, ours)
    app.add_exception_handler(IntegrityError, _conflict)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _framework)


def _conflict(request: Request, error: Exception) -> Response:
    # Two requests that exclude each other: the database let one commit.
    log_unexpected(error, request.scope)
    return error_response(request, ChangedMeanwhile())


def _invalid(request: Request, error: Exception) -> Response:
    faults = error.errors() if isinstance(error, RequestValidationError) else []
    if any(fault["type"] == "json_invalid" for fault in faults):
        return error_response(request, BadJson())
    if any(fault["loc"][0] == "path" for fault in faults):
        return error_response(request, NotFound())
    language = language_of(request)
    # Never echo the input: it may be personal data.
    errors = [
        {
            "key": ".".join(str(part) for part in fault["loc"][1:]) or str(fault["loc"][0]),
            "message": _message(language, fault["type"], fault.get("ctx", {})),
        }
        for fault in faults
    ]
    return error_response(request, InvalidInput(errors=errors))


def _message(language: Language, kind: str, context: dict[str, object]) -> str:
    pattern = text_or(language, f"input.{kind}", text_or(language, "input.other", ""))
    try:
        return pattern.format(**context)
    except (KeyError, IndexError):
        return pattern


def _framework(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    headers = dict(getattr(error, "headers", None) or {})
    match status:
        case 404:
            return error_response(request, NotFound(headers=headers))
        case 405:
            return error_response(request, MethodNotAllowed(headers=headers))
        case 500:
            return error_response(request, InternalError())
        case _:
            return error_response(request, BadRequest(headers=headers))


class UnexpectedErrors:
    """ASGI middleware: logs what nobody expected, without its message, and answers 500."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        started = False

        async def watching(message: Message) -> None:
            nonlocal started
            started = started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self._app(scope, receive, watching)
        except Exception as error:
            if scope["type"] != "http":
                raise
            log_unexpected(error, scope)
            if started:
                raise
            busy = isinstance(error, PoolTimeout)
            headers = {"Retry-After": "5"} if busy else {}
            response = error_response(Request(scope), InternalError(headers=headers))
            await response(scope, receive, send)


def log_unexpected(error: Exception, scope: Scope) -> None:
    """Log type and place of an error. Its message may hold what people wrote: it is left out."""
    route = scope.get("route")
    logger.error(
        "unexpected_error",
        error=type(error).__name__,
        cause=type(error.__cause__).__name__ if error.__cause__ else None,
        method=scope.get("method"),
        route=getattr(route, "path", None),
        where=[
            f"{frame.filename}:{frame.lineno}:{frame.name}"
            for frame in traceback.extract_tb(error.__traceback__)[-12:]
        ],
    )
