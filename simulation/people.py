"""What each role does with what it finds in its inbox.

Every petition of such a run asks a unit to perform a duty (article 31(五)): the way through the
procedure on which nobody has to wait for days to pass.
"""

import asyncio
import contextlib
import hashlib
from collections.abc import Iterator
from datetime import date
from typing import Any

from simulation.answers import usual_answer
from simulation.client import Person, Refused
from simulation.tally import Tally

# Somebody else was quicker, or the list was a moment old: look again.
OVERTAKEN = {404, 409}
PAGE = 50
IDLE_SECONDS = 0.3
# A rating comes in before the follow-up ends the case.
RATED_BEFORE = "follow_up_petitioner"
RATING = {"bureau": "satisfied", "unit": "satisfied"}


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


async def work_inbox(
    person: Person, element: str, tally: Tally, hands: int, units: frozenset[str]
) -> None:
    """Claim and complete every task of one kind, `hands` at a time, until cancelled.

    `units`: ids, without the division, of those that petitions are sent to.
    """
    while True:
        page = await person.get("/api/tasks", scope="groups", element=element, limit=PAGE)
        if not page["tasks"]:
            await asyncio.sleep(IDLE_SECONDS)
            continue
        waiting = iter(page["tasks"])

        async def hand(tasks: Iterator[dict[str, Any]] = waiting) -> None:
            for task in tasks:
                await _do(person, element, task, tally, units)

        await asyncio.gather(*(hand() for _ in range(hands)))


async def _do(
    person: Person, element: str, row: dict[str, Any], tally: Tally, units: frozenset[str]
) -> None:
    key = row["key"]
    try:
        await person.post(f"/api/tasks/{key}/claim")
        task = await person.get(f"/api/tasks/{key}")
        if element == RATED_BEFORE:
            await _rate(person, row["number"])
        data = {"data": decide(element, task, units)}
        await person.post(f"/api/tasks/{key}/completion", data)
        tally.completed(element)
    except Refused as refused:
        if refused.status not in OVERTAKEN:
            raise


async def _rate(person: Person, number: str) -> None:
    # Given before by a run that was interrupted: it stands.
    with contextlib.suppress(Refused):
        await person.post(f"/api/petitions/{number}/rating", RATING)


def decide(element: str, task: dict[str, Any], units: frozenset[str]) -> dict[str, Any]:
    """The form of one of these tasks."""
    form = usual_answer(element, task, date.fromisoformat(task["data"]["received_on"]))
    if element != "classify_petition":
        return form
    offered = [option["value"] for option in task["data"]["unit_options"]]
    handling = [unit for unit in offered if unit.partition("-")[2] in units]
    unit = handling[_spread(task["number"], len(handling))]
    return form | {"category": "claim", "unit": unit, "facts": ["duty_open"]}


def _spread(number: str, count: int) -> int:
    # The same petition always goes the same way, however often the run is repeated.
    return int(hashlib.sha256(number.encode()).hexdigest(), 16) % count
