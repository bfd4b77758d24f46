"""`python -m workers`: the process that carries out service tasks, until SIGTERM or SIGINT."""

import asyncio
import signal
import sys
from concurrent.futures import ThreadPoolExecutor

import structlog

import logs
from engine.clock import OffsetClock, SystemClock, offset_path
from records.database import open_database
from settings import Settings
from workers import runtime
from workers.connection import connect
from workers.errors import EngineAddressMissing
from workers.registry import job_routers
from workers.staying_up import work_until

logger = structlog.get_logger("workers")


async def serve(address: str, threads: int) -> None:
    """Work until SIGTERM or SIGINT."""
    loop = asyncio.get_running_loop()
    # Streams know no back-pressure: jobs wait here until a thread is free.
    loop.set_default_executor(ThreadPoolExecutor(threads, thread_name_prefix="job"))
    stop = asyncio.Event()
    for signal_number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(signal_number, stop.set)
    logger.info("workers_started", job_types=sorted(job_routers()), threads=threads)
    await work_until(stop, lambda: connect(address))
    logger.info("workers_stopped")


def main() -> int:
    """Compose settings, logs, database, clock and engine, and serve."""
    settings = Settings()
    logs.configure(settings.log_level)
    if not settings.zeebe_grpc:
        logger.error("engine_address_missing", advice=EngineAddressMissing.__doc__)
        return 2
    database = open_database(settings)
    controlled = settings.engine_controlled_clock
    clock = OffsetClock(offset_path(settings.data_dir)) if controlled else SystemClock()
    runtime.start(database, clock)
    try:
        asyncio.run(serve(settings.zeebe_grpc, settings.worker_threads))
    finally:
        database.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
