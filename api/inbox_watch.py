"""Keeps the inbox up while the application runs, and tells open pages that something arrived.

One loop per process asks the journal how far it is: one look-up each time. Pages wait on an event,
not on the database.
"""

import asyncio
from collections.abc import Awaitable, Callable

import structlog
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from api.actions.keep_inbox import is_behind, keep_inbox
from records.inbox.keep import newest_arrival

logger = structlog.get_logger(__name__)
POLL_SECONDS = 0.5
AT_LEISURE = 2_000
# A read that keeps the inbox itself does not do a million tasks.
MOST_TURNS = 20

Do = Callable[[Callable[[Session], int]], Awaitable[int]]


class InboxWatch:
    """Of one application. `arrived` is the number of the newest task that is listed."""

    def __init__(self) -> None:
        self.is_running = False
        self.arrived = 0
        self.is_stopping: Callable[[], bool] = lambda: False
        self._told = asyncio.Event()

    async def run(self, ask: Do, change: Do) -> None:
        """Take in what changes until the process stops. A database that is busy is asked again."""
        self.is_running = True
        try:
            while not self.is_stopping():
                try:
                    await self._catch_up(ask, change)
                except SQLAlchemyError as error:
                    logger.warning("inbox_behind", error=type(error).__name__)
                # There is nothing to wait for: the journal is written by another process.
                await asyncio.sleep(POLL_SECONDS)
        finally:
            self.is_running = False
            self.tell(self.arrived)

    def tell(self, arrived: int) -> None:
        """Wake whoever waits for arrivals."""
        self.arrived = max(self.arrived, arrived)
        self._told.set()
        self._told = asyncio.Event()

    async def wait(self, seconds: float) -> None:
        """Until something arrives, the application stops, or this time is over."""
        told = self._told
        try:
            await asyncio.wait_for(told.wait(), seconds)
        except TimeoutError:
            return

    async def _catch_up(self, ask: Do, change: Do) -> None:
        if not await ask(is_behind):
            return
        # Between two turns others write.
        while await change(lambda session: keep_inbox(session, AT_LEISURE)):
            continue
        arrived = await ask(newest_arrival)
        if arrived > self.arrived:
            self.tell(arrived)


def keep_now(session: Session) -> int:
    """For an application whose watch does not run: take in what there is."""
    turns = 0
    while keep_inbox(session) and turns < MOST_TURNS:
        turns += 1
    return turns
