"""Completing a task: the form is checked first, outside the transaction; then decided, at once."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlmodel import Session

from api.errors import FormInvalid, TaskChanged
from api.language import Language
from api.queries.proposals import proposals_for
from api.queries.task import form_schema, initial_data, load_task
from api.queries.task_work import changes_told
from api.shapes.task import Decided
from records.people import Person
from records.task_work.changes import UnseenChanges
from records.tasks.deciding import check_can_decide, decide_task


@dataclass(frozen=True)
class Submission:
    """A form as handed in, and found valid.

    `seen` is the version of the task that was read, None where it was not said;
    `without_opinions` why opinions that were asked for are not waited for.
    """

    task_key: int
    schema: dict[str, Any]
    data: dict[str, Any]
    seen: int | None = None
    without_opinions: str = ""


def check_submission(
    session: Session,
    person: Person,
    task_key: int,
    data: dict[str, Any],
    *,
    language: Language,
    today: date,
    seen: int | None = None,
    without_opinions: str = "",
) -> Submission:
    """Validate the data against the version of the form that the task was made with.

    Raises what records.tasks.deciding.check_can_decide raises, FormMissing, and FormInvalid with
    one entry per field. Checking runs form-js's own validator, too slow to hold a write lock
    meanwhile.
    """
    # Imported late: the JavaScript engine is needed for this alone.
    from modeling.form_validation import validate_form

    task = load_task(session, task_key)
    schema = form_schema(session, task)
    if check_can_decide(session, person, task, data) is None:
        start = initial_data(session, task, today, language)
        faults = validate_form(schema, data, language, start)
        if faults:
            raise FormInvalid(
                errors=[
                    {"key": fault.key, "label": fault.label, "message": fault.message}
                    for fault in faults
                ]
            )
    return Submission(task_key, schema, data, seen, without_opinions)


def decide_submission(
    session: Session,
    person: Person,
    submission: Submission,
    *,
    language: Language,
    now: datetime,
) -> Decided:
    """Record the decision in the transaction of the request; everything is checked again there.

    Raises what records.tasks.deciding.decide_task raises; TaskChanged says what others changed.
    """
    task = load_task(session, submission.task_key)
    try:
        decision = decide_task(
            session,
            person,
            task,
            submission.data,
            schema=submission.schema,
            proposals=proposals_for(session, task),
            now=now,
            seen=submission.seen,
            without_opinions=submission.without_opinions,
        )
    except UnseenChanges as news:
        raise TaskChanged(changes_told(session, news.changes, language)) from None
    return Decided(
        key=decision.task_key,
        element_id=decision.element_id,
        petition_id=decision.petition_id,
        decided_by=decision.decided_by,
        decided_at=decision.decided_at,
    )
