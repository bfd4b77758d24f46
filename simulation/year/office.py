"""The people of bureau and units at work: they file, look into the inbox, and do what is due."""

import asyncio
from collections import Counter
from collections.abc import Coroutine, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from simulation.client import Person, Refused
from simulation.year.acts import (
    MOST_TRIES,
    TOO_LATE,
    Act,
    act_after,
    act_on_seeing,
    acts_at_filing,
    request,
)
from simulation.year.answers import answer
from simulation.year.bodies import Window, body
from simulation.year.pace import day_of
from simulation.year.paths import PLAIN
from simulation.year.plan import PetitionPlan
from simulation.year.question import Question
from simulation.year.tally import Tally

PAGE = 50
GLANCE_SECONDS = 0.5
SPLIT = "part_is_sealed"
PARTS_FROM = 1_000_000  # indexes of open parts, beyond those of plans
NOT_NOW = {404, 409}  # taken away by a withdrawal, say, or asked too early
WRONG = {400, 422}  # a fault of the simulation: told at the end, the year goes on
SIGNED_ABOVE = "sign_review_opinion"  # by the unit that reviews, not by the one of the matter


@dataclass
class Waiting:
    """A task in an inbox, and when somebody comes to it; None: never."""

    key: str
    element: str
    group: str
    plan: PetitionPlan
    on: date | None
    begun: bool = False


class Office:
    """`accounts`: the person of each candidate group; `overseers` see all tasks between them."""

    def __init__(
        self,
        accounts: Mapping[str, Person],
        overseers: Sequence[tuple[Person, str]],
        window: Window,
        lower_bureau: str,
        *,
        hands: int,
    ) -> None:
        self.tally = Tally()
        self.waiting: dict[str, Waiting] = {}
        self._accounts = accounts
        self._overseers = overseers
        self._window = window
        self._lower_bureau = lower_bureau
        self._hands = asyncio.Semaphore(hands)
        self._plans: dict[str, PetitionPlan] = {}  # by number
        self._known: set[str] = set()  # task keys seen before
        self._seen: Counter[tuple[str, str]] = Counter()
        self._answered: Counter[tuple[str, str, int]] = Counter()
        self._unit: dict[int, str] = {}
        self.acts: list[Act] = []
        self._doing: set[asyncio.Task[None]] = set()

    async def file(self, plans: Iterable[PetitionPlan]) -> None:
        """File these petitions, in their order."""
        for plan in plans:
            unit = self._window.of(plan)
            group = "window_clerk" if unit == self._window.bureau else "acceptance_clerk"
            clerk = self._accounts[f"{group}@{unit}"]
            filed = await clerk.post("/api/petitions", body(plan, self._window))
            self.tally.filed(plan.index, filed["id"], filed["number"])
            self._plans[filed["number"]] = plan
            self.acts += acts_at_filing(plan)

    async def look(self, today: date) -> None:
        """Find the tasks that have come, and settle on which day somebody does each."""
        for person, scope in self._overseers:
            for row in await self._new_rows(person, scope):
                self._take_in(row, today)

    def begin(self, today: date) -> bool:
        """Begin every task and request whose day has come; whether anything is being done."""
        for one in self.waiting.values():
            if not one.begun and one.on is not None and one.on <= today:
                one.begun = True
                self._start(self._do(one, today))
        due = [act for act in self.acts if act.on <= today]
        self.acts = [act for act in self.acts if act.on > today]
        for act in due:
            self._start(self._ask(act, today))
        return bool(self._doing)

    async def go_on(self) -> None:
        """Until what was begun is done, or for a moment. Raises what went wrong in doing it."""
        done, self._doing = await asyncio.wait(self._doing, timeout=GLANCE_SECONDS)
        for one in done:
            one.result()

    async def count_open(self) -> int:
        """Whether petitions are open: 0, or how many of a page are."""
        found = 0
        for person, _ in self._overseers:
            page = await person.get("/api/petitions", open="true", limit=PAGE)
            found += len(page["petitions"])
        return found

    async def _new_rows(self, person: Person, scope: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        query: dict[str, Any] = {"scope": scope, "sort": "-created", "limit": PAGE}
        while True:
            page = await person.get("/api/tasks", **query)
            new = [row for row in page["tasks"] if row["key"] not in self._known]
            found += new
            if len(new) < len(page["tasks"]) or not page["next"]:
                return list(reversed(found))
            query["cursor"] = page["next"]

    def _take_in(self, row: dict[str, Any], today: date) -> None:
        self._known.add(row["key"])
        plan, element = self._plan_of(row), row["element_id"]
        group = next((one for one in row["groups"] if one in self._accounts), row["groups"][0])
        if group.startswith(("handler@", "unit_leader@")) and element != SIGNED_ABOVE:
            self._unit[plan.index] = group.partition("@")[2]
        times = self._seen[row["number"], element]
        self._seen[row["number"], element] += 1
        on = day_of(plan, element, times, today)
        self.waiting[row["key"]] = Waiting(row["key"], element, group, plan, on)
        if times == 0 and (act := act_on_seeing(plan, element, today)):
            self.acts.append(act)

    def _plan_of(self, row: dict[str, Any]) -> PetitionPlan:
        """The plan of the petition; of the open part of one with a report, the rest of its plan."""
        number = row["number"]
        if number not in self._plans:
            whole = next(
                plan
                for plan in self._plans.values()
                if plan.path == SPLIT and row["subject"].startswith(plan.claims[0].strip("。； "))
            )
            claims = [*whole.claims[:1], *whole.claims[2:]]
            index = PARTS_FROM + whole.index
            self._plans[number] = replace(whole, index=index, path=PLAIN, claims=claims)
            self.tally.filed(index, row["petition_id"], number)
            self.tally.split[index] = whole.index
        return self._plans[number]

    def _start(self, doing: Coroutine[object, object, None]) -> None:
        self._doing.add(asyncio.create_task(doing))

    async def _do(self, one: Waiting, today: date) -> None:
        person = self._accounts[one.group]
        async with self._hands:
            try:
                task = await person.post(f"/api/tasks/{one.key}/claim")
                number = (str(one.plan.index), one.element, task["data"].get("claim_number", 0))
                form = answer(self._question(one, task, self._answered[number], today))
                await person.post(f"/api/tasks/{one.key}/completion", {"data": form})
            except Refused as refused:
                self._note_refusal(one.element, refused)
                self._put_off(one, refused, today)
                return
        times = self._answered[number]
        self._answered[number] += 1
        del self.waiting[one.key]
        self.tally.tasks[one.element] += 1
        if act := act_after(one.plan, one.element, times, today):
            self.acts.append(act)

    def _note_refusal(self, what: str, refused: Refused) -> None:
        """Count what a rule refused, and tell a fault of the simulation; raise anything else."""
        if refused.status in WRONG:
            self.tally.misfilled[what] = str(refused)
        elif refused.status not in NOT_NOW:
            raise refused
        self.tally.refused[f"{what} {refused.name}"] += 1

    def _put_off(self, one: Waiting, refused: Refused, today: date) -> None:
        if refused.status == 404 or refused.name == "TaskEnded":
            del self.waiting[one.key]
        else:
            one.on, one.begun = today + timedelta(1), False

    def _question(self, one: Waiting, task: dict[str, Any], times: int, today: date) -> Question:
        earlier = None if one.plan.earlier is None else self.tally.ids.get(one.plan.earlier)
        prefix, lower = self._window.prefix, self._lower_bureau
        return Question(one.plan, one.element, task, times, today, prefix, lower, earlier)

    async def _ask(self, act: Act, today: date) -> None:
        number = self.tally.numbers[act.plan.index]
        asked = request(act, self._window.bureau, self._unit.get(act.plan.index, ""))
        person = self._accounts.get(asked.group)
        try:
            if person is not None:
                async with self._hands:
                    await person.post(f"/api/petitions/{number}/{asked.path}", asked.body)
                self.tally.requests[act.name] += 1
                return
        except Refused as refused:
            self._note_refusal(act.name, refused)
            if refused.name in TOO_LATE or refused.status in WRONG:
                return
        act.tries, act.on = act.tries + 1, today + timedelta(1)
        if act.tries < MOST_TRIES:
            self.acts.append(act)
