"""Works through many petitions at once on one engine: claims and completes whatever is open.

A scenario says what is filed and in which steps people answer otherwise than usual
(simulation/answers.py). An answer is a change of the usual form, a function, or a list of these,
one for each time the step comes up; the last stays. LEAVE_OPEN is an answer too (nobody does it); a
function may also give WAIT (ask again in a moment).
"""

import json
import time
from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import httpx

from simulation.answers import Form, Task, usual_answer
from tests.engine.moved_time import move_to, now_of, today_of
from tests.running import Running

HANDS = 4
QUIET_SECONDS = 2.0
PATIENCE_SECONDS = 900.0
LEAVE_OPEN: Form = {"__leave_open__": True}
WAIT: Form = {"__wait__": True}
OK, CONFLICT = 200, 409

Answer = Form | Callable[["Case", Task], Form]


def changed(usual: Form, given: Form) -> Form:
    """The usual form with other values; None takes a field away."""
    return {key: value for key, value in (usual | given).items() if value is not None}


@dataclass
class Scenario:
    """What is filed, and what people do about it."""

    name: str
    petition: dict[str, Any] = field(default_factory=dict)
    answers: dict[str, Answer | list[Answer]] = field(default_factory=dict)
    filer: str = "clerk"
    end: str | None = "finished"
    then: dict[str, Form] = field(default_factory=dict)
    """What changes in the usual form of a step that was refused or held before."""


@dataclass
class Case:
    """A scenario that runs."""

    scenario: Scenario
    xinfang: Running
    number: str = ""
    petition_id: str = ""
    seen: Counter[str] = field(default_factory=Counter)
    left_open: set[int] = field(default_factory=set)
    notes: dict[str, Any] = field(default_factory=dict)
    refused: list[Any] = field(default_factory=list)

    def file(self) -> None:
        """File the petition at the window."""
        body = {
            "form": "letter",
            "subject": f"请求事项 {self.scenario.name}",
            "text": f"反映事项 {self.scenario.name}",
            "petitioner_name": f"信访人{self.scenario.name}",
            "address": "示范路一号",
        }
        with self.xinfang.person(self.scenario.filer) as clerk:
            answer = clerk.post("/api/petitions", json=body | self.scenario.petition)
            assert answer.status_code in (200, 201), answer.text
            self.number, self.petition_id = answer.json()["number"], answer.json()["id"]

    def form(self, element: str, task: Task) -> Form:
        """What to hand in at this step."""
        usual = self.usual(element, task)
        given = self.scenario.answers.get(element, {})
        if isinstance(given, list):
            given = given[min(self.seen[element], len(given) - 1)]
        if callable(given):
            return given(self, task)
        if given is LEAVE_OPEN:
            return given
        return changed(usual, given)

    @property
    def then(self) -> dict[str, Form]:
        """Of the scenario."""
        return self.scenario.then

    def who_does(self, task: Task) -> str:
        """The account that does this task."""
        return person_in(self.xinfang, task["groups"])

    def usual(self, element: str, task: Task) -> Form:
        """The form as it is usually filled in."""
        return usual_answer(element, task, today_of(self.xinfang))

    @property
    def row(self) -> Any:
        """The petition."""
        (row,) = self.xinfang.query("SELECT * FROM petition WHERE id = :id", id=self.petition_id)
        return row

    @property
    def matters(self) -> list[Any]:
        """Its matters, by number of the claim."""
        return self.xinfang.query(
            "SELECT * FROM matter WHERE petition_id = :id ORDER BY ordinal", id=self.petition_id
        )

    def clock(self, code: str) -> dict[str, list[str]]:
        """Kinds of the ledger's entries by clock id."""
        rows = self.xinfang.query(
            "SELECT c.id, e.kind FROM clock c JOIN clock_event e ON e.clock_id = c.id "
            "WHERE c.petition_id = :id AND c.code = :code ORDER BY c.id, e.ordinal",
            id=self.petition_id,
            code=code,
        )
        found: dict[str, list[str]] = {}
        for row in rows:
            found.setdefault(row.id, []).append(row.kind)
        return found

    def due(self, code: str) -> str:
        """The last day of its newest clock of this code."""
        rows = self.xinfang.query(
            "SELECT due_on FROM clock WHERE petition_id = :id AND code = :code "
            "ORDER BY is_running DESC, due_on DESC",
            id=self.petition_id,
            code=code,
        )
        return str(rows[0].due_on)

    def documents(self) -> list[str]:
        """Elements that issued its documents, in order."""
        rows = self.xinfang.query(
            "SELECT element_id FROM document WHERE petition_id = :id ORDER BY issued_at, number",
            id=self.petition_id,
        )
        return [row.element_id for row in rows]

    def visited(self) -> set[str]:
        """Flow nodes the engine visited, in every process of the case."""
        rows = self.xinfang.query(
            "SELECT DISTINCT e.element_id FROM journal.element_instance e "
            "JOIN journal.instance i ON i.key = e.instance_key WHERE i.business_key = :id",
            id=self.petition_id,
        )
        return {row.element_id for row in rows}

    def ended_at(self) -> list[str]:
        """The end events of the main process that were reached."""
        rows = self.xinfang.query(
            "SELECT e.element_id FROM journal.element_instance e "
            "JOIN journal.instance i ON i.key = e.instance_key WHERE i.business_key = :id "
            "AND i.process_id = 'petition' AND e.element_type = 'END_EVENT'",
            id=self.petition_id,
        )
        return [row.element_id for row in rows]


class Cohort:
    """Cases that are worked on together."""

    def __init__(self, xinfang: Running, scenarios: Iterable[Scenario]) -> None:
        self.xinfang = xinfang
        self.cases = {one.name: Case(one, xinfang) for one in scenarios}

    def __getitem__(self, name: str) -> Case:
        return self.cases[name]

    def file(self, *names: str) -> None:
        """File these, or all that are not filed yet."""
        for name in names or [n for n, case in self.cases.items() if not case.number]:
            self.cases[name].file()

    def work(self) -> None:
        """Complete open tasks until nothing moves any more."""
        quiet_since, started = time.monotonic(), time.monotonic()
        while time.monotonic() - quiet_since < QUIET_SECONDS:
            assert time.monotonic() - started < PATIENCE_SECONDS, "the cohort does not come to rest"
            if self.complete_open() or self._busy():
                quiet_since = time.monotonic()
            time.sleep(0.1)

    def pass_days(self, days: float) -> None:
        """Move time, then work on."""
        self.pass_until(now_of(self.xinfang) + timedelta(days=days))

    def pass_until(self, moment: datetime) -> None:
        """Move time forward to this moment, then work on."""
        move_to(self.xinfang, moment)
        time.sleep(2.5)  # timers fire within two seconds of a jump
        self.work()

    def complete_open(self) -> bool:
        """Complete what is open now; whether anything moved."""
        by_id = {case.petition_id: case for case in self.cases.values() if case.number}
        rows = self.xinfang.query(
            "SELECT t.key, t.element_id, t.candidate_groups, t.business_key "
            "FROM journal.user_task t WHERE t.state = 'created' "
            "AND NOT EXISTS (SELECT 1 FROM task_decision d WHERE d.task_key = t.key)"
        )
        open_now = [
            (by_id[row.business_key], row.key, row.element_id, json.loads(row.candidate_groups))
            for row in rows
            if row.business_key in by_id and row.key not in by_id[row.business_key].left_open
        ]
        with ThreadPoolExecutor(HANDS) as hands:
            return any([*hands.map(lambda task: self._do(*task), open_now)])

    def _do(self, case: Case, key: int, element: str, groups: list[str]) -> bool:
        with self.xinfang.person(person_in(self.xinfang, groups)) as person:
            task = person.get(f"/api/tasks/{key}").raise_for_status().json()
            form = case.form(element, task)
            if form is WAIT:
                return False
            if form is LEAVE_OPEN:
                case.left_open.add(key)
                return True
            claimed = person.post(f"/api/tasks/{key}/claim")
            if _has_ended(claimed):
                return True
            assert claimed.status_code == OK, (case.scenario.name, element, claimed.text)
            answer = person.post(f"/api/tasks/{key}/completion", json={"data": form})
            if _has_ended(answer):
                return True
            if answer.status_code != OK:
                # Told by the test of this case; the others go on.
                case.refused.append((element, form, answer.text))
                case.left_open.add(key)
                return True
        case.seen[element] += 1
        return True

    def _busy(self) -> bool:
        (row,) = self.xinfang.query(
            "SELECT (SELECT count(*) FROM outbox_command WHERE settled_at IS NULL) "
            "+ (SELECT count(*) FROM journal.element_instance e WHERE e.state = 'active' "
            "   AND e.element_type IN ('SERVICE_TASK', 'BUSINESS_RULE_TASK')) "
            "+ (SELECT count(*) FROM task_decision d JOIN journal.user_task t "
            "   ON t.key = d.task_key WHERE t.state = 'created') AS n"
        )
        return bool(row.n)


def _has_ended(answer: httpx.Response) -> bool:
    """Whether what others did meanwhile took the task away."""
    return answer.status_code == CONFLICT and answer.json()["error"] == "TaskEnded"


def person_in(xinfang: Running, groups: list[str]) -> str:
    """An account in the first of these groups that has one."""
    for group in groups:
        role, _, unit = group.partition("@")
        # The people of who carries on a unit that has ended do what waits there.
        rows = xinfang.query(
            "SELECT user_id FROM membership WHERE role = :role AND unit_id = "
            "coalesce((SELECT heir_id FROM unit_hand_over WHERE unit_id = :unit), :unit) "
            "ORDER BY user_id",
            role=role,
            unit=unit,
        )
        if rows:
            return str(rows[0].user_id)
    raise AssertionError(f"nobody is in {groups}")
