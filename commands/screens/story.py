"""Weeks of the invented office: people do what is usual, up to the step where a petition waits."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from typing import Any

import httpx

from commands.screens.petitions import FIRST, LAST, PETITIONS, SECOND, Written
from commands.year.world import Installed
from settings import DEMO_PASSWORD
from simulation.answers import usual_answer
from simulation.client import Person, Refused

AT_WORK = ("classifier", "acceptance_zj", "unit_leader_zj", "handler_zj", "legal_zj")
VISITORS = (("丑某某", "询问办理进展"), ("寅某某", "宅基地确权"), ("卯某某", "拖欠工资"))
MOST_TASKS = 100
PATIENCE_SECONDS = 600.0
LOOK_SECONDS = 0.3
DONE_ALREADY = "TaskEnded"


class DoesNotGetThere(Exception):
    """Petitions of the invented office do not reach the step at which they are to wait."""

    def __init__(self, numbers: list[str]) -> None:
        super().__init__(f"{type(self).__doc__} {', '.join(numbers)}")


async def live(url: str, world: Installed) -> dict[str, str]:
    """File and work until every petition waits where it is to wait; subject -> number."""
    filed: dict[str, Written] = {}
    async with _people(url) as people:
        for day in (FIRST, SECOND, LAST):
            await world.move_to(day)
            await world.settle()
            for written in PETITIONS:
                if written.on == day:
                    made = await people["clerk"].post("/api/petitions", written.body)
                    filed[made["number"]] = written
            await _work_until_all_wait(people, filed, day, world)
        for name, about in VISITORS:
            await people["clerk"].post("/api/window/visitors", {"name": name, "about": about})
        await people["clerk"].post("/api/window/next")
    return {written.subject: number for number, written in filed.items()}


async def _work_until_all_wait(
    people: dict[str, Person], filed: dict[str, Written], day: date, world: Installed
) -> None:
    """Everybody does what they have, until every petition waits at its step."""
    end = time.monotonic() + PATIENCE_SECONDS
    while waiting := filed.keys() - await _work(people, filed, day):
        if time.monotonic() > end:
            raise DoesNotGetThere(sorted(waiting))
        await world.settle()
        await asyncio.sleep(LOOK_SECONDS)


async def _work(people: dict[str, Person], filed: dict[str, Written], day: date) -> set[str]:
    """Everybody does what they have once; the numbers of what waits where it is to wait."""
    waiting = set()
    for user in AT_WORK:
        page = await people[user].get("/api/tasks", scope="groups", limit=MOST_TASKS)
        for row in page["tasks"]:
            written = filed.get(row["number"])
            if written and row["element_id"] == written.waits_at:
                waiting.add(row["number"])
            elif written:
                await _do(people[user], row, written, day)
    return waiting


async def _do(person: Person, row: dict[str, Any], written: Written, day: date) -> None:
    try:
        await person.post(f"/api/tasks/{row['key']}/claim")
    except Refused as refused:
        if refused.name == DONE_ALREADY:  # the list is a moment old
            return
        raise
    task = await person.get(f"/api/tasks/{row['key']}")
    form = usual_answer(row["element_id"], task, day)
    if row["element_id"] == "classify_petition":
        form |= {"category": "claim", "unit": written.unit}
    if row["element_id"] == "examine_matter":
        form |= {"route": "petition", "procedure": "ordinary"}
    await person.post(f"/api/tasks/{row['key']}/completion", {"data": form})


@asynccontextmanager
async def _people(url: str) -> AsyncIterator[dict[str, Person]]:
    async with httpx.AsyncClient(base_url=url, timeout=60) as http:
        people = {name: Person(http, name, DEMO_PASSWORD) for name in ("clerk", *AT_WORK)}
        for person in people.values():
            await person.sign_in()
        yield people
