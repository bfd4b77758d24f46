"""What each role does with what it finds in its inbox."""

import asyncio
import hashlib
from collections.abc import Iterator
from typing import Any

from simulation.client import Person, Refused
from simulation.tally import Tally

# Somebody else was quicker, or the list was a moment old: look again.
OVERTAKEN = {404, 409}
PAGE = 50
IDLE_SECONDS = 0.3


async def file_all(
    clerk: Person, petitions: list[dict[str, Any]], tally: Tally, hands: int
) -> None:
    """File every petition, `hands` at a time; one filed before answers as it is."""
    waiting = iter(petitions)

    async def hand() -> None:
        for petition in waiting:
            filed = await clerk.post("/api/petitions", petition)
            tally.filed(filed["number"])

    await asyncio.gather(*(hand() for _ in range(hands)))


async def work_inbox(person: Person, element: str, tally: Tally, hands: int) -> None:
    """Claim and complete every task of one kind, `hands` at a time, until cancelled."""
    while True:
        page = await person.get("/api/tasks", scope="groups", element=element, limit=PAGE)
        if not page["tasks"]:
            await asyncio.sleep(IDLE_SECONDS)
            continue
        waiting = iter(page["tasks"])

        async def hand(tasks: Iterator[dict[str, Any]] = waiting) -> None:
            for task in tasks:
                await _do(person, element, task["key"], tally)

        await asyncio.gather(*(hand() for _ in range(hands)))


async def _do(person: Person, element: str, key: str, tally: Tally) -> None:
    try:
        await person.post(f"/api/tasks/{key}/claim")
        task = await person.get(f"/api/tasks/{key}")
        data = {"data": decide(element, task)}
        await person.post(f"/api/tasks/{key}/completion", data)
        tally.completed(element)
    except Refused as refused:
        if refused.status not in OVERTAKEN:
            raise


def decide(element: str, task: dict[str, Any]) -> dict[str, Any]:
    """The form as this kind of task is usually filled in."""
    initial = task["data"]
    number = task["number"]
    if element == "classify_petition":
        units = [option["value"] for option in initial["unit_options"]]
        return {
            "category": initial.get("proposed_category") or "claim",
            "unit": units[_spread(number, len(units))],
        }
    outcomes = ["support", "explain", "reject"]
    return {
        "outcome": outcomes[_spread(number, len(outcomes))],
        "answer": "经调查核实，现就您反映的事项答复如下：有关情况已依法办理。",
    }


def _spread(number: str, count: int) -> int:
    # The same petition always goes the same way, however often the run is repeated.
    return int(hashlib.sha256(number.encode()).hexdigest(), 16) % count
