"""The same for several tasks, each in a transaction of its own: one that fails stops no other."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from api.actions.complete import check_submission, decide_submission
from api.deps import Runtime, read_briefly, write_briefly
from api.errors import ApiError, BulkIncomplete, BulkMixed, BulkNeedsText, ChangedMeanwhile
from api.i18n import error_text
from api.language import Language
from api.queries.diagram import element_name
from api.queries.task import form_schema, load_task, task_ref, task_row
from api.shapes.common import shanghai
from api.shapes.task_work import BulkDone, BulkFailed, BulkIn, BulkReport
from law.errors import LawError
from records.errors import RecordsError
from records.models import Petition
from records.people import Person
from records.task_work.remarks import write_remark
from records.tasks.claiming import assign_task, claim_task
from records.tasks.errors import TaskNotFound
from records.tasks.rules import check_visible

REFUSALS = (ApiError, RecordsError, LawError, IntegrityError)


async def act_in_bulk(
    runtime: Runtime, person: Person, wanted: BulkIn, *, language: Language, now: datetime
) -> BulkReport:
    """Do it for each task and say what became of each.

    Raises BulkIncomplete, and for one form at several tasks BulkMixed, BulkNeedsText, FormMissing.
    """
    keys = list(dict.fromkeys(wanted.keys))
    if wanted.action == "complete":
        await read_briefly(runtime, lambda session: check_one_form(session, person, keys))
    act = _act(runtime, person, wanted, language, now)
    report = BulkReport(action=wanted.action, done=[], failed=[])
    for key in keys:
        error: Exception | None = None
        try:
            await act(key)
        except REFUSALS as refused:
            error = ChangedMeanwhile() if isinstance(refused, IntegrityError) else refused
        told = await _name(runtime, person, key)
        if error is None:
            report.done.append(BulkDone(**told))
        else:
            name, detail = type(error).__name__, error_text(language, error)
            report.failed.append(BulkFailed(**told, error=name, detail=detail))
    return report


def check_one_form(session: Session, person: Person, keys: list[int]) -> dict[str, Any]:
    """The form that completes all these tasks: of one step, without a text that must be written.

    Tasks that the person does not see do not count; raises TaskNotFound when there is no other.
    Raises BulkMixed, BulkNeedsText, FormMissing.
    """
    tasks = []
    for key in keys:
        try:
            task = load_task(session, key)
            check_visible(session, person, task)
        except TaskNotFound:
            continue
        tasks.append(task)
    if not tasks:
        raise TaskNotFound
    if len({task.element_id for task in tasks}) > 1:
        raise BulkMixed
    schema = form_schema(session, tasks[0])
    if asks_for_text(schema):
        raise BulkNeedsText
    return schema


def asks_for_text(schema: dict[str, Any]) -> bool:
    """Whether a text has to be written, in some case or in each: that is about one case."""
    return any(
        component.get("type") in ("textfield", "textarea")
        and (component.get("validate") or {}).get("required")
        and not component.get("readonly")
        for component in schema.get("components", [])
    )


def _act(
    runtime: Runtime, person: Person, wanted: BulkIn, language: Language, now: datetime
) -> Callable[[int], Any]:
    user, text, data = wanted.user, wanted.text, wanted.data

    def written(change: Callable[[Session, int], object]) -> Callable[[int], Any]:
        return lambda key: write_briefly(runtime, lambda session: change(session, key))

    async def complete(key: int) -> None:
        submission = await read_briefly(
            runtime,
            lambda session: check_submission(
                session, person, key, data or {}, language=language, today=shanghai(now).date()
            ),
        )
        await write_briefly(
            runtime,
            lambda session: decide_submission(
                session, person, submission, language=language, now=now
            ),
        )

    if wanted.action == "claim":
        return written(
            lambda session, key: claim_task(session, person, load_task(session, key), now=now)
        )
    if wanted.action == "assign" and user is not None:
        return written(
            lambda session, key: assign_task(
                session, person, load_task(session, key), user, now=now
            )
        )
    if wanted.action == "remark" and text is not None:
        return written(
            lambda session, key: write_remark(
                session, person, load_task(session, key), text, now=now
            )
        )
    if wanted.action == "complete" and data is not None:
        return complete
    raise BulkIncomplete


async def _name(runtime: Runtime, person: Person, key: int) -> dict[str, Any]:
    """How the report names a task."""
    return await read_briefly(runtime, lambda session: _named(session, person, key))


def _named(session: Session, person: Person, key: int) -> dict[str, Any]:
    # Of a task that does not exist for the person only the key, which they sent.
    try:
        row = task_row(session, key)
        task = task_ref(session, row)
        check_visible(session, person, task)
    except TaskNotFound:
        return {"key": key, "number": None, "name": None}
    petition = session.get(Petition, task.petition_id) if task.petition_id else None
    return {
        "key": key,
        "number": petition.number if petition else None,
        "name": element_name(session, row.definition_key, task.element_id),
    }
