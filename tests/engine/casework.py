"""What clerk, classifier and units do in engine tests, through the JSON API."""

import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from simulation.answers import Form
from tests.engine.moved_time import clock_of, due_of, state
from tests.engine.procedure.driver import Case, Cohort, Scenario
from tests.running import SOON, Running, until

UNIT = "990100-zj"
CLAIM = {"category": "claim", "unit": UNIT, "note": "情况已经核实。"}
HANDLING = "D05"


def file_petition(xinfang: Running, subject: str = "小区电梯停用", **more: Any) -> str:
    """File one as the window clerk does; its number."""
    with xinfang.person("clerk") as clerk:
        body = {
            "form": "visit",
            "subject": subject,
            "text": "反映事项",
            "petitioner_name": "某信访人",
            "address": "示范路一号",
        }
        answer = clerk.post("/api/petitions", json=body | more)
        answer.raise_for_status()
        number: str = answer.json()["number"]
        return number


def task_of(xinfang: Running, number: str, element: str) -> str:
    """The key of the open task of this petition, once the engine has made it."""

    def ask() -> str | None:
        rows = xinfang.query(
            "SELECT t.key FROM journal.user_task t JOIN petition p ON p.id = t.business_key "
            "WHERE p.number = :number AND t.element_id = :element AND t.state = 'created'",
            number=number,
            element=element,
        )
        return str(rows[0].key) if rows else None

    key: str = until(ask)
    return key


def complete(xinfang: Running, user: str, key: str, data: dict[str, Any]) -> None:
    """Claim and complete."""
    with xinfang.person(user) as person:
        person.post(f"/api/tasks/{key}/claim").raise_for_status()
        person.post(f"/api/tasks/{key}/completion", json={"data": data}).raise_for_status()


def work(xinfang: Running, number: str, done: Callable[[], object], **answers: Form) -> None:
    """Complete whatever is open in the usual way, these steps otherwise, until it is done.

    What repeats an earlier petition of these tests is taken for another matter.
    """
    (row,) = xinfang.query("SELECT id FROM petition WHERE number = :number", number=number)
    case = Case(Scenario(number, answers={"classify_petition": CLAIM, **answers}), xinfang)
    case.number, case.petition_id = number, row.id
    cohort = Cohort(xinfang, [])
    cohort.cases[number] = case
    end = time.monotonic() + 2 * SOON
    while not done():
        assert time.monotonic() < end, f"{number} does not get there: {dict(case.seen)}"
        if not cohort.complete_open():
            time.sleep(0.1)
        assert case.refused == []


def classify(xinfang: Running, number: str, **more: Any) -> None:
    """Decide category and unit, after whatever comes before."""

    def is_classified() -> bool:
        return bool(
            xinfang.query(
                "SELECT 1 FROM matter m JOIN petition p ON p.id = m.petition_id "
                "WHERE p.number = :number AND m.dispatched_at IS NOT NULL",
                number=number,
            )
        )

    work(xinfang, number, is_classified, classify_petition=CLAIM | more)


def in_handling(xinfang: Running) -> str:
    """A petition at its unit, accepted, its handling clock running; its number."""
    number = file_petition(xinfang)
    work(xinfang, number, lambda: _has_handling_clock(xinfang, number))
    task_of(xinfang, number, "assign_handler")
    return number


def handle(xinfang: Running, number: str, **answers: Form) -> dict[str, Any]:
    """Work until every claim has its answer; the case."""

    def is_answered() -> bool:
        rows = xinfang.query(
            "SELECT m.ended_at FROM matter m JOIN petition p ON p.id = m.petition_id "
            "WHERE p.number = :number",
            number=number,
        )
        return bool(rows) and all(row.ended_at for row in rows)

    work(xinfang, number, is_answered, **answers)
    return case_of(xinfang, number)


def finish_duty(xinfang: Running, number: str, **classified: Any) -> dict[str, Any]:
    """A duty is performed, rated and followed up: the way to the end on which nobody waits."""
    handle(xinfang, number, classify_petition=CLAIM | {"facts": ["duty_open"]} | classified)
    task_of(xinfang, number, "follow_up_petitioner")
    with xinfang.person("clerk") as clerk:
        rating = {"bureau": "satisfied", "unit": "satisfied"}
        clerk.post(f"/api/petitions/{number}/rating", json=rating).raise_for_status()
    work(xinfang, number, lambda: case_of(xinfang, number)["closed_at"])
    return case_of(xinfang, number)


def extend(xinfang: Running, number: str, days: int = 30) -> None:
    """The handler asks to extend the handling period, the leader approves."""
    clock_id = clock_of(xinfang, number, HANDLING)
    before = due_of(xinfang, clock_id)
    with xinfang.person("unit_leader_zj") as leader:
        body = {"days": days, "reason": "案情复杂"}
        answer = leader.post(f"/api/petitions/{number}/clocks/{HANDLING}/extension", json=body)
        assert answer.is_success, answer.text
    key = task_of(xinfang, number, "decide_extension")
    complete(xinfang, "unit_leader_zj", key, {"is_extension_approved": "yes"})
    until(lambda: due_of(xinfang, clock_id) > before)


def case_of(xinfang: Running, number: str) -> dict[str, Any]:
    """The case as the manager sees it."""
    with xinfang.person("manager") as manager:
        answer = manager.get(f"/api/petitions/{number}")
        answer.raise_for_status()
        case: dict[str, Any] = answer.json()
        return case


def until_closed(xinfang: Running, number: str) -> dict[str, Any]:
    """The case once it is closed: rating and review windows pass meanwhile."""
    task_of(xinfang, number, "follow_up_petitioner")
    tasks = ("follow_up_petitioner", "check_execution")
    work(xinfang, number, lambda: not _open(xinfang, number, tasks))
    xinfang.move_clock(seconds=timedelta(days=45).total_seconds())
    until(lambda: case_of(xinfang, number)["closed_at"], pause=0.3)
    return case_of(xinfang, number)


def ledger(xinfang: Running, number: str) -> list[str]:
    """The kinds of entries in the ledger of the handling clock, in order."""
    rows = xinfang.query(
        "SELECT e.kind FROM clock_event e JOIN clock c ON c.id = e.clock_id "
        "JOIN petition p ON p.id = c.petition_id WHERE p.number = :number AND c.code = 'D05' "
        "ORDER BY e.ordinal",
        number=number,
    )
    return [row.kind for row in rows]


def is_breached(xinfang: Running, number: str) -> bool:
    """Whether the handling period passed."""
    return state(xinfang, clock_of(xinfang, number, HANDLING)).breached_on is not None


def _has_handling_clock(xinfang: Running, number: str) -> bool:
    return "started" in ledger(xinfang, number)


def _open(xinfang: Running, number: str, elements: tuple[str, ...]) -> bool:
    return bool(
        xinfang.query(
            "SELECT 1 FROM journal.user_task t JOIN petition p ON p.id = t.business_key "
            "WHERE p.number = :number AND t.state = 'created' AND t.element_id IN (:one, :two)",
            number=number,
            one=elements[0],
            two=elements[1],
        )
    )
