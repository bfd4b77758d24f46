"""`python -m journal`: the receiver as a process of its own. SIGTERM ends it cleanly."""

import signal
import socket
import sys
import time

import structlog
import uvicorn

import logs
from journal.receiver import Receiver, create_app
from journal.store import limit_patience
from listening import listen
from records.database import open_database
from settings import Settings

logger = structlog.get_logger(__name__)

WRONG_USE = 2
STOP_SECONDS = 5
KEEP_ALIVE_SECONDS = 120
REQUESTS_WAITING = 64


class CannotStart(Exception):
    """The receiver cannot start; the message says what to set."""


def serve(settings: Settings) -> None:
    """Receive records until SIGTERM or SIGINT. Raises CannotStart before anything is opened."""
    if settings.journal_password is None or not settings.journal_password.get_secret_value():
        raise CannotStart("set XINFANG_JOURNAL_PASSWORD: the exporter signs in with it")
    listener = _listen(settings)
    database = limit_patience(open_database(settings, writes="journal"))
    receiver = Receiver(
        database,
        user=settings.journal_user,
        password=settings.journal_password.get_secret_value(),
        now_ms=lambda: time.time_ns() // 1_000_000,
    )
    config = uvicorn.Config(
        create_app(receiver),
        log_config=None,
        access_log=False,
        lifespan="off",
        limit_concurrency=REQUESTS_WAITING,
        timeout_graceful_shutdown=STOP_SECONDS,
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
    )
    # uvicorn stops by itself, then raises the signal again: by then it means a clean exit.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    logger.info("journal_receiver_started", port=listener.getsockname()[1])
    try:
        uvicorn.Server(config).run(sockets=[listener])
    finally:
        listener.close()
        database.close()
        logger.info("journal_receiver_stopped")


def _listen(settings: Settings) -> socket.socket:
    host, port = settings.journal_host, settings.journal_port
    try:
        return listen(host, port, waiting=REQUESTS_WAITING)
    except OSError as error:
        raise CannotStart(
            f"cannot listen on {host}:{port} ({error.strerror}); "
            "free the port or set XINFANG_JOURNAL_PORT"
        ) from error


def main() -> None:
    """Start with the settings of the environment; exit 2 with a sentence when that cannot be."""
    settings = Settings()
    logs.configure(settings.log_level)
    try:
        serve(settings)
    except CannotStart as error:
        sys.stderr.write(f"journal: {error}\n")
        sys.exit(WRONG_USE)


if __name__ == "__main__":
    main()
