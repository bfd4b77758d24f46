"""`python -m api`: the application as a process; one worker, since it alone sends the outbox."""

import asyncio
import functools
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import structlog
import uvicorn

import logs
from api.app import Sender as SenderProtocol
from api.app import create_app
from api.memory import keep_memory_low
from api.notifications.sender import open_notifier
from engine.address import EngineAddress, EngineNotRunning, resolve_address
from engine.channel import open_channel
from engine.clock import OffsetClock, SystemClock, machine_now, offset_path
from engine.clock_control import move_clock
from engine.gateway import Gateway
from engine.rest import EngineRest
from engine.sender import Sender
from listening import listen
from records.database import Database, open_database
from records.outbox import OutboxSource
from settings import Settings

logger = structlog.get_logger(__name__)
WRONG_USE = 2
REQUESTS_WAITING = 2048


@asynccontextmanager
async def open_sender(
    address: EngineAddress, database: Database, wake: asyncio.Event
) -> AsyncIterator[SenderProtocol]:
    """The outbox sender to this engine; connections are made inside the running loop."""
    rest = EngineRest(address)
    channel = open_channel(address.grpc)
    try:
        yield Sender(OutboxSource(database, machine_now), rest, Gateway(channel), wake)
    finally:
        await rest.close()
        await channel.close()


def main() -> int:
    """Serve until SIGTERM or SIGINT. Exit code 2 when port or engine is not as the settings say."""
    keep_memory_low()
    settings = Settings()
    logs.configure(settings.log_level)
    try:
        address = resolve_address(settings)
    except EngineNotRunning as error:
        return _refuse(str(error))
    try:
        listening = listen(settings.api_host, settings.api_port, waiting=REQUESTS_WAITING)
    except OSError as error:
        return _refuse(
            f"cannot listen on {settings.api_host}:{settings.api_port} ({error.strerror}). "
            "Stop what uses it, or set XINFANG_API_PORT to another port."
        )
    database = open_database(settings)
    path = offset_path(settings.data_dir)
    mover = None
    if settings.demo and address.controlled_clock and address.management:
        mover = functools.partial(move_clock, path, address.management)
    clock, machine = OffsetClock(path), SystemClock()
    app = create_app(
        settings,
        database,
        clock,
        machine_clock=machine,
        sender=functools.partial(open_sender, address, database),
        notifier=functools.partial(open_notifier, settings, database, clock, machine),
        move_clock=mover,
    )
    # The server raises the signal again after it has stopped; a clean stop is no failure.
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: sys.exit(0))
    server = uvicorn.Server(
        uvicorn.Config(
            app,
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=5,
            timeout_keep_alive=30,
        )
    )
    # Open pages listen for as long as they are open: a server that stops lets go of them first.
    app.state.runtime.watch.is_stopping = lambda: server.should_exit
    logger.info("application_started", port=listening.getsockname()[1])
    server.run(sockets=[listening])
    database.close()
    return 0


def _refuse(message: str) -> int:
    sys.stderr.write(f"xinfang: {message}\n")
    return WRONG_USE


if __name__ == "__main__":
    sys.exit(main())
