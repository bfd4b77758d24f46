"""Working until told to stop, whatever happens to the connection.

An error that leaves `work()` ends all streams of that worker. Then a new one is made on a new
channel, after a pause that grows while it does not help; there is no last try.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol

import structlog

logger = structlog.get_logger(__name__)

FIRST_PAUSE, LONGEST_PAUSE = 0.5, 15.0
STEADY_SECONDS = 60.0
# The supervisor of the processes waits ten seconds before it ends one by force.
FINISH_SECONDS = 8.0


class Worker(Protocol):
    """The part of pyzeebe's ZeebeWorker that is used here."""

    async def work(self) -> None:
        """Work until stopped; raises whatever the connection raises."""

    async def stop(self) -> None:
        """Finish the jobs in hand, then end `work`."""


class Channel(Protocol):
    """The part of a gRPC channel that is used here."""

    async def close(self) -> None:
        """End every call on it."""


@dataclass(frozen=True)
class Connection:
    """A worker and the channel it works on."""

    worker: Worker
    channel: Channel


async def work_until(stop: asyncio.Event, connect: Callable[[], Connection]) -> None:
    """Work until `stop` is set, then finish the jobs that run. `connect` is called in the loop."""
    loop = asyncio.get_running_loop()
    pause = FIRST_PAUSE
    while not stop.is_set():
        began = loop.time()
        connection = connect()
        try:
            await _work_once(stop, connection.worker)
        finally:
            await connection.channel.close()
        if loop.time() - began > STEADY_SECONDS:
            pause = FIRST_PAUSE
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), pause)
        pause = min(pause * 2, LONGEST_PAUSE)


async def _work_once(stop: asyncio.Event, worker: Worker) -> None:
    working = asyncio.create_task(worker.work())
    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait({working, stopping}, return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    if not working.done():
        # Ends the streams once the jobs in hand are done.
        with suppress(TimeoutError):
            await asyncio.wait_for(worker.stop(), FINISH_SECONDS)
        working.cancel()
    outcome = (await asyncio.gather(working, return_exceptions=True))[0]
    if isinstance(outcome, Exception):
        logger.error("worker_lost_engine", exc_info=outcome)
