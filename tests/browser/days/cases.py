"""Petitions that are on their way when a person's day begins."""

from tests.engine.casework import CLAIM, file_petition, task_of, work
from tests.engine.procedure.driver import LEAVE_OPEN
from tests.running import Running


def to_be_answered(xinfang: Running, subject: str, unit: str) -> str:
    """A petition that was filed, dispatched, accepted and investigated; its number.

    The answer waits to be drafted by a handler of the unit.
    """
    number = filed(xinfang, subject)
    work(
        xinfang,
        number,
        lambda: _is_open(xinfang, number, "draft_opinion"),
        classify_petition=CLAIM | {"unit": unit},
        draft_opinion=LEAVE_OPEN,
    )
    return number


def to_be_classified(xinfang: Running, subject: str) -> str:
    """A petition that waits for the classifier; its number."""
    number = filed(xinfang, subject)
    task_of(xinfang, number, "classify_petition")
    return number


def filed(xinfang: Running, subject: str) -> str:
    """A first letter about what nobody wrote about before; its number."""
    return file_petition(
        xinfang,
        subject,
        form="letter",
        text=f"{subject}，请予处理。",
        petitioner_name=f"某{subject[:2]}",
        address=f"示范路{subject}",
    )


def _is_open(xinfang: Running, number: str, element: str) -> bool:
    return bool(
        xinfang.query(
            "SELECT 1 FROM journal.user_task t JOIN petition p ON p.id = t.business_key "
            "WHERE p.number = :number AND t.element_id = :element AND t.state = 'created'",
            number=number,
            element=element,
        )
    )
