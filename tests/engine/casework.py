"""What clerk, classifier and handler do in engine tests, through the JSON API."""

from typing import Any

from tests.running import Running, until

UNIT = "990100-zj"
ANSWER = "经核实，您反映的问题已由本单位办理，现予以书面答复。"


def file_petition(xinfang: Running, subject: str = "小区电梯停用", **more: Any) -> str:
    """File one as the window clerk does; its number."""
    with xinfang.person("clerk") as clerk:
        body = {
            "form": "visit",
            "subject": subject,
            "text": "反映事项",
            "petitioner_name": "某信访人",
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


def classify(xinfang: Running, number: str, unit: str = UNIT) -> None:
    """Decide category and unit."""
    key = task_of(xinfang, number, "classify_petition")
    complete(xinfang, "classifier", key, {"category": "claim", "unit": unit})


def handle(xinfang: Running, number: str, user: str = "handler_zj") -> None:
    """Answer the petition."""
    key = task_of(xinfang, number, "handle_petition")
    complete(xinfang, user, key, {"outcome": "support", "answer": ANSWER})


def case_of(xinfang: Running, number: str) -> dict[str, Any]:
    """The case as the manager sees it."""
    with xinfang.person("manager") as manager:
        answer = manager.get(f"/api/petitions/{number}")
        answer.raise_for_status()
        case: dict[str, Any] = answer.json()
        return case


def until_closed(xinfang: Running, number: str) -> dict[str, Any]:
    """The case once it is closed."""

    def ask() -> dict[str, Any] | None:
        case = case_of(xinfang, number)
        return case if case["closed_at"] else None

    case: dict[str, Any] = until(ask, pause=0.3)
    return case


def ledger(xinfang: Running, number: str) -> list[str]:
    """The kinds of entries in the ledger of the handling clock, in order."""
    rows = xinfang.query(
        "SELECT e.kind FROM clock_event e JOIN clock c ON c.id = e.clock_id "
        "JOIN petition p ON p.id = c.petition_id WHERE p.number = :number AND c.code = 'D05' "
        "ORDER BY e.ordinal",
        number=number,
    )
    return [row.kind for row in rows]
