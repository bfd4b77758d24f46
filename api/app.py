"""Puts the application together; nothing is registered by importing."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from pathlib import Path
from typing import Protocol

import structlog
from fastapi import FastAPI

from api.body_limit import BodyLimit
from api.deps import Runtime, read_briefly, write_briefly
from api.handlers import UnexpectedErrors, add_handlers
from api.headers import SecurityHeaders
from api.identity import open_provider
from api.memory import limit_threads
from api.metrics import CountRequests, Metrics
from api.pages import ROUTERS as PAGE_ROUTERS
from api.pages.static import mount_static
from api.routes import ROUTERS
from api.routes.responses import errors
from engine.clock import Clock
from records.database import Database
from settings import ROOT, Settings

logger = structlog.get_logger(__name__)
VERSION = "0.1.0"
STOP_SECONDS = 5.0


class Sender(Protocol):
    """What sends the outbox to the engine (engine.sender.Sender)."""

    async def run(self) -> None:
        """Send until stopped."""

    def stop(self) -> None:
        """Lease no more; `run` returns when what was leased is settled."""


OpenSender = Callable[[asyncio.Event], contextlib.AbstractAsyncContextManager[Sender]]


def create_app(
    settings: Settings,
    database: Database,
    clock: Clock,
    *,
    machine_clock: Clock | None = None,
    sender: OpenSender | None = None,
    notifier: OpenSender | None = None,
    move_clock: Callable[[timedelta], object] | None = None,
    bundle_dir: Path = ROOT / "web" / "out",
) -> FastAPI:
    """The application.

    `sender` opens the outbox sender, given the event that says a commit has happened; it runs as a
    background task while the application does; `notifier` likewise what sends messages to
    caseworkers. `move_clock` moves engine and application time together (demo mode only).
    `machine_clock` is never moved; without it `clock` serves for both.
    """
    runtime = Runtime(
        settings=settings,
        database=database,
        clock=clock,
        machine_clock=machine_clock or clock,
        move_clock=move_clock,
        bundle_dir=bundle_dir,
        provider=open_provider(settings),
    )

    @contextlib.asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        limit_threads()
        async with contextlib.AsyncExitStack() as stack:
            await stack.enter_async_context(_watching(runtime))
            if sender:
                await stack.enter_async_context(_sending(sender, runtime.wake))
            if notifier:
                await stack.enter_async_context(_sending(notifier, asyncio.Event()))
            yield

    app = FastAPI(
        title="信访 Xinfang",
        version=VERSION,
        summary="Petitions, tasks, clocks and the engine's journal",
        description="Sign in with POST /api/session, then send the token as bearer. "
        'Errors are `{"error": "NameOfError", "detail": "..."}`. Keys are text.',
        lifespan=lifespan,
        # In place of the framework's own shape for values that are not valid.
        responses=errors(422),
        # The interactive pages load scripts from elsewhere, which our content policy forbids.
        docs_url=None,
        redoc_url=None,
    )
    metrics = Metrics()
    app.state.runtime = runtime
    app.state.settings = settings
    app.state.metrics = metrics
    for router in (*ROUTERS, *PAGE_ROUTERS):
        app.include_router(router)
    mount_static(app, bundle_dir)
    add_handlers(app)
    # The last one added is the outermost.
    app.add_middleware(
        BodyLimit, limit=settings.max_body_bytes, file_limit=settings.attachment_max_bytes
    )
    app.add_middleware(UnexpectedErrors)
    app.add_middleware(SecurityHeaders)
    app.add_middleware(CountRequests, metrics=metrics)
    return app


@contextlib.asynccontextmanager
async def _watching(runtime: Runtime) -> AsyncIterator[None]:
    running = asyncio.create_task(
        runtime.watch.run(
            lambda ask: read_briefly(runtime, ask), lambda change: write_briefly(runtime, change)
        )
    )
    running.add_done_callback(_report)
    yield
    running.cancel()
    await asyncio.wait({running}, timeout=STOP_SECONDS)


@contextlib.asynccontextmanager
async def _sending(open_sender: OpenSender, wake: asyncio.Event) -> AsyncIterator[None]:
    async with open_sender(wake) as sender:
        running = asyncio.create_task(sender.run())
        running.add_done_callback(_report)
        yield
        sender.stop()
        # What is on its way when we stop is sent again by the next process: harmless.
        await asyncio.wait({running}, timeout=STOP_SECONDS)
        running.cancel()


def _report(running: asyncio.Task[None]) -> None:
    if not running.cancelled() and (error := running.exception()):
        logger.error("background_failed", error=type(error).__name__)
