"""What every worker needs: the database and the clock, given once when the process starts."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from engine.clock import Clock
from records.database import Database
from workers.errors import RuntimeNotStarted

# Longer than the database waits for a lock (30 s), so that a slow job is not handed out twice; not
# much longer, as a killed process holds its jobs that long.
LEASE_MS = 40_000


@dataclass(frozen=True)
class Runtime:
    """The outside world of the workers."""

    database: Database
    clock: Clock


_runtime: Runtime | None = None


def start(database: Database, clock: Clock) -> None:
    """Give the workers their database and clock. Call before the first job."""
    global _runtime
    _runtime = Runtime(database, clock)


@contextmanager
def transaction() -> Iterator[tuple[Session, datetime]]:
    """One unit of work and the moment it happens at. Raises RuntimeNotStarted.

    The commit comes before the engine hears of the job's end, so a job may come twice: every
    worker finds what it did before and does it once.
    """
    if _runtime is None:
        raise RuntimeNotStarted
    with _runtime.database.transaction() as session:
        yield session, _runtime.clock.now()
