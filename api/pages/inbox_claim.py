"""Claiming in the list: the row shows the outcome."""

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from api.actions.keep_inbox import keep_own_changes
from api.deps import LanguageDep, NowDep, PersonDep, SessionDep
from api.errors import status_of
from api.i18n import error_text
from api.pages.listed import list_shown
from api.pages.render import render
from api.queries.inbox_columns import columns_of
from api.queries.inbox_rows import task_line
from api.queries.task import load_task
from api.shapes.common import KeyInPath, shanghai
from records.errors import RecordsError
from records.tasks.claiming import claim_task
from records.tasks.errors import TaskNotFound

router = APIRouter(include_in_schema=False)


@router.post("/tasks/{key}/claim")
def claim_submitted(
    request: Request,
    key: KeyInPath,
    person: PersonDep,
    session: SessionDep,
    language: LanguageDep,
    now: NowDep,
    onward: Annotated[str, Form()] = "row",
) -> Response:
    """Claim; the row shows the outcome. Without scripts the task page opens."""
    message, status = "", 200
    try:
        with session.begin_nested():
            claim_task(session, person, load_task(session, key), now=now)
    except TaskNotFound:
        raise
    except RecordsError as error:
        message, status = error_text(language, error), status_of(error)
    if "hx-request" not in request.headers or onward == "task":
        return RedirectResponse(f"/tasks/{key}", status_code=303)
    keep_own_changes(session)
    task = task_line(session, person, key, language=language, today=shanghai(now).date())
    return render(
        request,
        "_inbox_row.html",
        status,
        task=task,
        message=message,
        columns=columns_of(session, person),
        listed=list_shown(request),
    )
