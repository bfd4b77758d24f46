"""One run: file, classify, handle, and wait until every petition of the run is closed."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from typing import Any

import httpx

from simulation.client import Person
from simulation.people import file_all, work_inbox
from simulation.tally import Result, Tally

STUCK_SECONDS = 180.0
LOOK_SECONDS = 1.5
PAGE = 200


async def run(
    url: str,
    password: str,
    petitions: list[dict[str, Any]],
    units: Iterable[str],
    *,
    hands: int = 4,
    on_progress: Callable[[int, int], None] = lambda filed, closed: None,
) -> Result:
    """File these petitions (bodies of POST /api/petitions) and work on them until all are closed.

    `units` are the short ids of those that handle, as in `handler_zj`. Gives up when nothing closes
    for STUCK_SECONDS. Raises client.ServerGone, client.Refused.
    """
    tally = Tally()
    started = time.monotonic()
    limits = httpx.Limits(max_connections=64)
    async with httpx.AsyncClient(base_url=url, timeout=60, limits=limits) as http:
        work = {
            "classifier": ("judge_repetition", "classify_petition"),
            "follow_up": ("follow_up_petitioner",),
        }
        for unit in (at_work := frozenset(units)):
            work[f"acceptance_{unit}"] = ("examine_matter",)
            work[f"handler_{unit}"] = ("perform_duty",)
        names = ["clerk", "manager", "operator", *work]
        people = {name: Person(http, name, password) for name in names}
        await asyncio.gather(*(person.sign_in() for person in people.values()))
        inboxes = [
            (people[name], element) for name, elements in work.items() for element in elements
        ]
        filing = asyncio.create_task(file_all(people["clerk"], petitions, tally, hands))
        async with _at_work(inboxes, tally, hands, at_work) as workers:
            manager = people["manager"]
            stuck = await _wait_until_closed(manager, tally, [filing, *workers], on_progress)
        seconds = time.monotonic() - started
        closed = set(tally.numbers) & await _numbers(manager, is_open=False)
        incidents = await people["operator"].get("/api/incidents", limit=PAGE)
    return Result(
        petitions=len(petitions),
        closed=len(closed),
        lost=len(petitions) - len(closed) - len(stuck),
        stuck=len(stuck),
        incidents=len(incidents["incidents"]),
        tasks=dict(tally.tasks),
        seconds=seconds,
    )


@asynccontextmanager
async def _at_work(
    inboxes: list[tuple[Person, str]], tally: Tally, hands: int, units: frozenset[str]
) -> AsyncIterator[list["asyncio.Task[None]"]]:
    tasks = [asyncio.create_task(work_inbox(*inbox, tally, hands, units)) for inbox in inboxes]
    try:
        yield tasks
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _wait_until_closed(
    manager: Person,
    tally: Tally,
    tasks: list["asyncio.Task[None]"],
    on_progress: Callable[[int, int], None],
) -> set[str]:
    """The numbers that are still open: none, or those nothing happened to for too long."""
    filing, *_ = tasks
    last, last_change = (0, 0), time.monotonic()
    while True:
        await asyncio.sleep(LOOK_SECONDS)
        for task in tasks:
            if task.done():
                task.result()
        is_all_filed = filing.done()
        numbers = set(tally.numbers)
        still_open = numbers & await _numbers(manager, is_open=True)
        seen = len(numbers), len(numbers) - len(still_open)
        on_progress(*seen)
        if is_all_filed and not still_open:
            return set()
        if seen != last:
            last, last_change = seen, time.monotonic()
        if time.monotonic() - last_change > STUCK_SECONDS:
            return still_open


async def _numbers(manager: Person, *, is_open: bool) -> set[str]:
    found: set[str] = set()
    query: dict[str, Any] = {"open": str(is_open).lower(), "limit": PAGE}
    while True:
        page = await manager.get("/api/petitions", **query)
        found |= {row["number"] for row in page["petitions"]}
        if not page["next"]:
            return found
        query["cursor"] = page["next"]
