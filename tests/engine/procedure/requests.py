"""What happens beside the tasks: withdrawal, extension, choice of a route, rating, another filing.

Each is an answer of a scenario: it does something once, then hands in the usual form, waits or
leaves the task open.
"""

import json
from collections.abc import Callable
from typing import Any

from simulation.answers import Form, Task
from tests.engine.procedure.driver import LEAVE_OPEN, WAIT, Case, changed

Step = Callable[[Case, Task], Form]


def post(case: Case, who: str, path: str, body: dict[str, Any], status: int = 0) -> Any:
    """POST below the petition; the answer, which must have this status (0: any success)."""
    with case.xinfang.person(who) as person:
        answer = person.post(f"/api/petitions/{case.number}{path}", json=body)
    wanted = answer.status_code == status if status else answer.is_success
    assert wanted, (case.scenario.name, path, answer.status_code, answer.text)
    return answer.json() if answer.content else None


def withdraws(case: Case, _task: Task) -> Form:
    """The petitioner withdraws in writing; the task is left, the engine takes it away."""
    post(case, "clerk", "/withdrawal", {"reason": "问题已自行解决", "is_written": True})
    return LEAVE_OPEN


def asks_for_extension(who: str = "handler_zj") -> Step:
    """Extends once by ten days; goes on when it is decided."""

    def step(case: Case, task: Task) -> Form:
        if "extension" not in case.notes:
            case.notes["extension"] = True
            body = {"days": 10, "reason": "案情复杂，需要鉴定"}
            post(case, who, "/matters/1/extension", body)
        if not case.seen["decide_extension"]:
            return WAIT
        return case.usual(task["element_id"], task)

    return step


def refused(error: str, **change: Any) -> Step:
    """Tries it otherwise first, which is refused with this error, then does it as usual."""

    def step(case: Case, task: Task) -> Form:
        element = task["element_id"]
        usual = case.usual(element, task)
        if (key := f"{error} at {element}") not in case.notes:
            with case.xinfang.person(case.who_does(task)) as person:
                person.post(f"/api/tasks/{task['key']}/claim").raise_for_status()
                form = changed(usual, change)
                answer = person.post(f"/api/tasks/{task['key']}/completion", json={"data": form})
            case.notes[key] = (answer.status_code, answer.json().get("error"), answer.text)
        return changed(usual, case.then.get(element, {}))

    return step


def asks_in_vain(who: str, path: str, body: dict[str, Any]) -> Step:
    """A request that is refused before the step is done as usual; its answer is noted by path."""

    def step(case: Case, task: Task) -> Form:
        if path not in case.notes:
            with case.xinfang.person(who) as person:
                answer = person.post(f"/api/petitions/{case.number}{path}", json=body)
            case.notes[path] = (answer.status_code, answer.json().get("error"), answer.text)
        return case.usual(task["element_id"], task)

    return step


def claims_in_vain(who: str) -> Step:
    """Somebody who may not tries to take the task first; the answer is noted by the account."""

    def step(case: Case, task: Task) -> Form:
        with case.xinfang.person(who) as person:
            answer = person.post(f"/api/tasks/{task['key']}/claim")
        case.notes[f"claim by {who}"] = (answer.status_code, answer.json().get("error"))
        return case.usual(task["element_id"], task)

    return step


def held(case: Case, task: Task) -> Form:
    """Leaves the task open until the year lets it go on."""
    if not case.notes.get("released"):
        return LEAVE_OPEN
    return changed(case.usual(task["element_id"], task), case.then.get(task["element_id"], {}))


def several(count: int) -> dict[str, Any]:
    """The claims of a petition with several of them."""
    return {"claims": [f"第{number}项诉求" for number in range(1, count + 1)]}


def claims(*rows: tuple[str, str]) -> list[dict[str, Any]]:
    """Rows of the classification: category and unit, by number of the claim."""
    return [
        {"ordinal": number, "category": category, "unit": unit}
        for number, (category, unit) in enumerate(rows, start=1)
    ]


def opened_by_split(case: Case) -> str:
    """The number of the open part of a petition that was split."""
    (row,) = case.xinfang.query(
        "SELECT detail FROM audit_entry WHERE action = 'split_petition' AND petition_id = :id",
        id=case.petition_id,
    )
    return str(json.loads(row.detail)["opened"])
