"""Time in the installation: moved day by day, and waited for until nothing goes on any more."""

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

import httpx
from sqlalchemy import text
from sqlmodel import Session

from commands.year.installation import FIRST_HOUR
from engine.clock import ZONE, OffsetClock, offset_path
from engine.clock_control import move_clock
from journal.lag import read_lag
from records.database import Database

LOOK_SECONDS = 0.15
STUCK_SECONDS = 120.0
ACTIVE_JOBS = text(
    "SELECT count(*), coalesce(max(key), 0) FROM journal.element_instance "
    "WHERE key > :floor AND state = 'active' AND element_type = 'SERVICE_TASK'"
)
NEWEST = text("SELECT coalesce(max(key), 0) FROM journal.element_instance")
DUE_TIMERS = text("SELECT count(*) FROM journal.timer WHERE state = 'created' AND due_at <= :now")
OPEN_COMMANDS = text("SELECT count(*) FROM outbox_command WHERE settled_at IS NULL")
INCIDENTS = text("SELECT count(*) FROM journal.incident WHERE state = 'open'")
HIGH_WATER = text("SELECT partition_id, position FROM journal.high_water")


class NeverQuiet(Exception):
    """Something goes on for minutes and does not move: jobs fail again and again, or hang."""


class Installed:
    """The world of simulation.year.run: engine and application of one data directory."""

    def __init__(self, data_dir: Path, management: str, database: Database) -> None:
        self._path = offset_path(data_dir)
        self._clock = OffsetClock(self._path)
        self._management = management
        self._asking = httpx.Client(trust_env=False)
        self._database = database
        self._applied: dict[int, int] = {}
        self._moved_at = time.monotonic()  # when the journal moved last, or all was quiet
        self._timers_fell_due = True  # perhaps; asked after each move, for it reads them all
        self._floor = 0  # every service task that began before has ended
        self.seconds: dict[str, float] = {"moving": 0.0, "settling": 0.0, "resting": 0.0}

    async def move_to(self, day: date) -> None:
        """Move the clock to 09:00 of that day, unless it is later already."""
        moment = datetime(day.year, day.month, day.day, FIRST_HOUR, tzinfo=ZONE)
        delta = moment - self._clock.now()
        if delta.total_seconds() >= 1:
            self._timers_fell_due = True
            with self._timed("moving"):
                await asyncio.to_thread(move_clock, self._path, self._management, delta)

    async def settle(self) -> None:
        """Wait until commands are with the engine, due timers have fired, jobs are done, and the
        journal knows of it. An incident stops its own case only. Raises NeverQuiet."""
        with self._timed("settling"):
            while not await self._look():
                pass

    async def rest(self) -> bool:
        """Whether nothing goes on; else after a moment. Raises NeverQuiet."""
        with self._timed("resting"):
            return await self._look()

    async def _look(self) -> bool:
        if await asyncio.to_thread(self._is_quiet):
            self._moved_at = time.monotonic()
            return True
        if time.monotonic() > self._moved_at + STUCK_SECONDS:
            raise NeverQuiet
        await asyncio.sleep(LOOK_SECONDS)
        return False

    def _is_quiet(self) -> bool:
        with self._database.reading() as session:
            applied = {int(row[0]): int(row[1]) for row in session.execute(HIGH_WATER)}
            if applied != self._applied:
                self._applied, self._moved_at = applied, time.monotonic()
            if session.execute(OPEN_COMMANDS).scalar_one() or self._is_working(session):
                return False
        if any(partition.behind for partition in read_lag(self._management, applied, self._asking)):
            return False
        # What the journal had not taken in at the first look it has now: look once more.
        with self._database.reading() as session:
            if session.execute(OPEN_COMMANDS).scalar_one() or self._is_working(session):
                return False
            if not session.execute(INCIDENTS).scalar_one():
                self._floor = session.execute(NEWEST).scalar_one()
            return True

    def _is_working(self, session: Session) -> bool:
        jobs, _ = session.execute(ACTIVE_JOBS, {"floor": self._floor}).one()
        if jobs > session.execute(INCIDENTS).scalar_one():
            return True
        if self._timers_fell_due:
            now = int(self._clock.now().timestamp() * 1000)
            self._timers_fell_due = bool(session.execute(DUE_TIMERS, {"now": now}).scalar_one())
        return self._timers_fell_due

    @contextmanager
    def _timed(self, what: str) -> Iterator[None]:
        began = time.monotonic()
        yield
        self.seconds[what] += time.monotonic() - began
