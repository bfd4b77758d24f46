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

LOOK_SECONDS = 0.1
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
    """The installation went on for minutes: jobs fail again and again, or something hangs."""


class Installed:
    """The world of simulation.year.run: engine and application of one data directory."""

    def __init__(self, data_dir: Path, management: str, database: Database) -> None:
        self._path = offset_path(data_dir)
        self._clock = OffsetClock(self._path)
        self._management = management
        self._asking = httpx.Client(trust_env=False)
        self._database = database
        self._floor = 0  # every service task that began before has ended
        self.seconds: dict[str, float] = {"moving": 0.0, "settling": 0.0}

    async def move_to(self, day: date) -> None:
        """Move the clock to 09:00 of that day, unless it is later already."""
        moment = datetime(day.year, day.month, day.day, FIRST_HOUR, tzinfo=ZONE)
        delta = moment - self._clock.now()
        if delta.total_seconds() >= 1:
            with self._timed("moving"):
                await asyncio.to_thread(move_clock, self._path, self._management, delta)

    async def settle(self) -> None:
        """Wait until commands are with the engine, due timers have fired, jobs are done, and the
        journal knows of it. An incident stops its own case only. Raises NeverQuiet."""
        with self._timed("settling"):
            end = time.monotonic() + STUCK_SECONDS
            while not await asyncio.to_thread(self._is_quiet):
                if time.monotonic() > end:
                    raise NeverQuiet
                await asyncio.sleep(LOOK_SECONDS)

    def _is_quiet(self) -> bool:
        with self._database.reading() as session:
            if session.execute(OPEN_COMMANDS).scalar_one() or self._is_working(session):
                return False
            applied = {int(row[0]): int(row[1]) for row in session.execute(HIGH_WATER)}
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
        now = int(self._clock.now().timestamp() * 1000)
        return bool(session.execute(DUE_TIMERS, {"now": now}).scalar_one())

    @contextmanager
    def _timed(self, what: str) -> Iterator[None]:
        began = time.monotonic()
        yield
        self.seconds[what] += time.monotonic() - began
