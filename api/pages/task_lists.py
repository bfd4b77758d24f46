"""The next case of a list, and several tasks at once with one report."""

import json
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request, Response
from fastapi.responses import RedirectResponse
from sqlmodel import Session

from api.actions.bulk import act_in_bulk, check_one_form
from api.deps import (
    InboxKept,
    LanguageDep,
    NowDep,
    PersonDep,
    ReadingDep,
    RuntimeDep,
    read_briefly,
)
from api.errors import BulkIncomplete
from api.language import Language
from api.pages.inbox_view import AddressDep, spec_of, wanted_of
from api.pages.render import render
from api.queries.next_task import next_task
from api.queries.task_view import task_detail
from api.shapes.common import LARGEST_KEY, shanghai
from api.shapes.task import TaskDetail
from api.shapes.task_work import BulkIn
from records.people import Person
from records.tasks.errors import TaskNotFound

# Before the pages of single tasks: these paths are no keys.
router = APIRouter(include_in_schema=False, prefix="/tasks")


@router.get("/next", dependencies=[InboxKept])
def next_opened(
    person: PersonDep,
    session: ReadingDep,
    now: NowDep,
    where: AddressDep,
    after: Annotated[int | None, Query(ge=0, le=LARGEST_KEY)] = None,
) -> Response:
    """The next task of the list, by due day; the list itself when there is no other."""
    spec = spec_of(session, person, where)
    wanted = wanted_of(spec, where, scope=where.scope or "mine", sort="due", now=now)
    key = next_task(session, person, wanted, after=after)
    to = f"/tasks/{key}?{where.query()}" if key else f"/?{where.query(done='none_next')}"
    return RedirectResponse(to, status_code=303)


@router.post("/bulk")
async def bulk_submitted(
    request: Request,
    person: PersonDep,
    runtime: RuntimeDep,
    language: LanguageDep,
    now: NowDep,
    action: Annotated[str, Form(max_length=20)],
    key: Annotated[list[int] | None, Form()] = None,
    user: Annotated[str, Form(max_length=60)] = "",
    text: Annotated[str, Form(max_length=1000)] = "",
    data: Annotated[str, Form(max_length=50_000)] = "",
) -> Response:
    """Do it for all that were chosen; one form for several is shown first, then sent here."""
    keys = list(dict.fromkeys(key or []))
    if action == "complete" and not data and keys:
        tasks = await read_briefly(
            runtime, lambda session: _one_form(session, person, keys, language, now)
        )
        return render(request, "bulk.html", tasks=tasks, report=None)
    try:
        wanted = BulkIn.model_validate(
            {
                "action": action,
                "keys": keys,
                "user": user or None,
                "text": text.strip() or None,
                "data": json.loads(data) if data else None,
            }
        )
    except ValueError:
        raise BulkIncomplete from None
    report = await act_in_bulk(runtime, person, wanted, language=language, now=now)
    return render(request, "bulk.html", report=report, tasks=[])


def _one_form(
    session: Session, person: Person, keys: list[int], language: Language, now: datetime
) -> list[TaskDetail]:
    """The tasks that one form completes. Raises what check_one_form raises."""
    check_one_form(session, person, keys)
    today = shanghai(now).date()
    found = []
    for key in keys:
        try:
            found.append(task_detail(session, person, key, language=language, today=today))
        except TaskNotFound:
            continue
    return found
