"""Petitions a second: the whole procedure as people use it, against the same diagram alone.

Both on one warm broker in one run. "Whole": filed, claimed and completed through the JSON API,
with real workers, records and outbox. "Alone": instances started over gRPC, workers that do
nothing, user tasks completed over REST as soon as the journal shows them.
"""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import text

from benchmarks.idle_workers import idle_workers
from engine.address import EngineAddress
from engine.channel import open_channel
from engine.errors import RetryLater, TaskGone
from engine.gateway import Gateway
from engine.rest import EngineRest
from records.database import Database, open_database
from records.demo import BUREAU, UNITS
from settings import DEMO_PASSWORD, Settings
from simulation.run import run
from stack.supervisor import Supervisor

AT_ONCE = 8
DECIDED = {
    "classify_petition": {"category": "claim", "unit": f"{BUREAU.split('-')[0]}-zj"},
    "handle_petition": {"outcome": "support"},
}


@dataclass(frozen=True)
class StepsSpeed:
    """Petitions per second, both ways."""

    petitions: int
    whole: float
    alone: float


def measure_steps(
    data_dir: Path, petitions: int, warm_up: int, tell: Callable[[str], None]
) -> StepsSpeed:
    """Start everything on an empty directory, warm the broker up, measure both, stop."""
    supervisor = Supervisor(Settings(data_dir=data_dir, demo=True, journal_bulk_size=200))
    try:
        supervisor.start()
        tell(f"warming up with {warm_up} petitions")
        _whole(supervisor.url, warm_up, "warm-up")
        tell(f"whole: {petitions} petitions through the API")
        whole = _whole(supervisor.url, petitions, "measured")
        supervisor.children["workers"].stop()
        tell(f"alone: {petitions} instances with idle workers")
        database = open_database(supervisor.settings)
        address = EngineAddress.of_broker(supervisor.broker.state)  # type: ignore[union-attr,arg-type]
        with idle_workers(address.grpc):
            alone = asyncio.run(_alone(address, database, petitions))
        database.close()
    finally:
        supervisor.stop()
    return StepsSpeed(petitions, whole, alone)


def _whole(url: str, count: int, name: str) -> float:
    bodies: list[dict[str, Any]] = [
        {
            "form": "online",
            "subject": f"{name} {i}",
            "text": "反映事项",
            "petitioner_name": "某人",
            "source": {"system": f"bench-{name}", "id": str(i)},
        }
        for i in range(count)
    ]
    handlers = [f"handler_{unit}" for unit in UNITS]
    return asyncio.run(run(url, DEMO_PASSWORD, bodies, handlers, hands=AT_ONCE)).per_second


async def _alone(address: EngineAddress, database: Database, count: int) -> float:
    rest = EngineRest(address)
    done_before = _completed(database)
    started = time.monotonic()
    async with open_channel(address.grpc) as channel:
        starting = asyncio.create_task(_start_all(Gateway(channel), count))
        handled: set[int] = set()
        while _completed(database) - done_before < count:
            fresh = [task for task in _open_tasks(database) if task[0] not in handled]
            handled |= {key for key, _ in fresh}
            await _each(fresh, lambda task: _complete(rest, *task))
            await asyncio.sleep(0 if fresh else 0.05)
        await starting
    await rest.close()
    return count / (time.monotonic() - started)


async def _start_all(gateway: Gateway, count: int) -> None:
    async def start(number: int) -> None:
        variables = {"petition_id": f"bench-{number}", "bureau": BUREAU, "tags": []}
        await _patiently(lambda: gateway.create_instance("petition", variables))

    await _each(range(count), start)


async def _complete(rest: EngineRest, key: int, element: str) -> None:
    await _patiently(lambda: rest.complete_task(key, DECIDED[element]))


async def _each(items: Any, work: Callable[[Any], Any]) -> None:  # noqa: ANN401
    waiting = iter(items)

    async def hand() -> None:
        for item in waiting:
            await work(item)

    await asyncio.gather(*(hand() for _ in range(AT_ONCE)))


async def _patiently(call: Callable[[], Any]) -> None:
    while True:
        try:
            await call()
            return
        except TaskGone:
            return
        except RetryLater:
            await asyncio.sleep(0.05)


def _open_tasks(database: Database) -> list[tuple[int, str]]:
    with database.reading() as session:
        rows = session.execute(
            text("SELECT key, element_id FROM journal.user_task WHERE state = 'created'")
        )
        return [(row.key, row.element_id) for row in rows]


def _completed(database: Database) -> int:
    with database.reading() as session:
        query = text(
            "SELECT count(*) FROM journal.instance "
            "WHERE process_id = 'petition' AND state = 'completed'"
        )
        return int(session.execute(query).scalar_one())
