"""Server time of the inbox: the page as a person gets it, from the request to the last byte.

The requests go to the application in this process, with its watch running; no network. Who asks is
a handler whose queue has three tasks of ten, and a manager who may see every task. Each size is
asked in turn, again and again: what else the machine does meanwhile falls on all of them alike.
"""

from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import datetime
from statistics import median, quantiles
from time import perf_counter, process_time
from urllib.parse import urlsplit

import httpx
from fastapi import FastAPI

from api.app import create_app
from benchmarks.inbox_rows import COMMON, TODAY, name_of
from engine.clock import ZONE
from records.database import Database
from records.models import User
from records.sign_ins import open_sign_in
from settings import Settings

NOON = datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=ZONE)
USERS = {"handler_zj": "free", "manager": "all"}
# Not counted: compiled templates and statements, pages of the database in memory.
WARM_UP = 5


@dataclass(frozen=True)
class PageFigures:
    """Of one page at one size: milliseconds. `processor`: of this process alone, the median; what
    else a machine does is in the other two."""

    page: str
    tasks: int
    median: float
    p95: float
    processor: float


class StandingClock:
    """It is always noon."""

    def now(self) -> datetime:
        """Noon of the day the made-up tasks are of."""
        return NOON


@dataclass(frozen=True)
class Filled:
    """An installation with so many open tasks."""

    tasks: int
    settings: Settings
    database: Database


@dataclass
class _Asked:
    """One page of one installation: its addresses, and how long each answer took."""

    page: str
    tasks: int
    client: httpx.AsyncClient
    addresses: list[str]
    seconds: list[float] = field(default_factory=list)
    busy: list[float] = field(default_factory=list)

    async def ask(self, number: int) -> None:
        started, busy = perf_counter(), process_time()
        answer = await self.client.get(self.addresses[number % len(self.addresses)])
        seconds, busy = perf_counter() - started, process_time() - busy
        answer.raise_for_status()
        if number >= WARM_UP:
            self.seconds.append(1000 * seconds)
            self.busy.append(1000 * busy)

    def figures(self) -> PageFigures:
        p95 = quantiles(self.seconds, n=100)[94]
        return PageFigures(self.page, self.tasks, median(self.seconds), p95, median(self.busy))


async def measure_inbox(filled: Sequence[Filled], requests: int) -> list[PageFigures]:
    """Ask for each page `requests` times at each size; by page, then size."""
    async with AsyncExitStack() as stack:
        pages: dict[str, list[_Asked]] = {}
        for one in filled:
            app = create_app(one.settings, one.database, StandingClock())
            await stack.enter_async_context(app.router.lifespan_context(app))
            for user, scope in USERS.items():
                client = await stack.enter_async_context(_client(app, one.database, user))
                for page, asked in (await _addresses(client, scope, one.tasks)).items():
                    name = f"{page}, {user.partition('_')[0]}"
                    pages.setdefault(name, []).append(_Asked(name, one.tasks, client, asked))
        for sizes in pages.values():
            for number in range(WARM_UP + requests):
                for size in sizes:
                    await size.ask(number)
        return [size.figures() for sizes in pages.values() for size in sizes]


def _client(app: FastAPI, database: Database, user: str) -> httpx.AsyncClient:
    with database.transaction() as session:
        token = open_sign_in(session, session.get_one(User, user), hours=12, now=NOON)
    client = httpx.AsyncClient(
        transport=httpx.ASGITransport(app=app), base_url="http://xinfang.test", timeout=600
    )
    client.headers["Authorization"] = f"Bearer {token}"
    return client


async def _addresses(client: httpx.AsyncClient, scope: str, tasks: int) -> dict[str, list[str]]:
    """Pages by what they are; a filter is kept first, as a person keeps it."""

    async def kept(**form: object) -> str:
        answer = await client.post("/inbox/filter", data={"scope": scope, **form})
        parts = urlsplit(answer.headers["location"])
        return f"{parts.path}?{parts.query}"

    people = [(tasks // 11) * step for step in range(1, 11)]
    return {
        "first page": [f"/?scope={scope}&sort=due"],
        "filtered page": [await kept(category="appeal", channel="letter", due=["week", "later"])],
        "search for a name": [await kept(q=name_of(one)) for one in people],
        "search for a number": [await kept(q=f"{one:07d}") for one in people],
        "search for a word": [await kept(q=COMMON)],
    }


def growth(figures: Sequence[PageFigures]) -> dict[str, float]:
    """Of each page, how many times the smallest median the largest is."""
    pages: dict[str, list[float]] = {}
    for one in figures:
        pages.setdefault(one.page, []).append(one.median)
    return {page: max(medians) / min(medians) for page, medians in pages.items()}
