"""Urging from the case page: also those who cannot open the task itself (articles 39 and 40)."""

from typing import Annotated

from fastapi import APIRouter, Form, Response
from fastapi.responses import RedirectResponse

from api.pages.case_page import REFUSALS
from api.pages.petition import ChangingPage
from api.queries.task import load_task
from api.routes.petitions import NumberInPath
from api.shapes.common import KeyInPath
from records.task_work.urging import urge_task
from records.tasks.errors import TaskNotFound

router = APIRouter(include_in_schema=False, prefix="/petitions/{number}/tasks/{key}")


@router.post("/urge")
def urge_submitted(
    page: ChangingPage,
    number: NumberInPath,
    key: KeyInPath,
    text: Annotated[str, Form(min_length=1, max_length=200)],
) -> Response:
    """Urge whoever has this task of the case; what stands against it is shown beside the text."""
    task = load_task(page.session, key)
    if task.petition_id != page.petition.id:
        raise TaskNotFound
    try:
        with page.session.begin_nested():
            urge_task(page.session, page.person, task, text, now=page.now)
    except REFUSALS as error:
        return page.refused(f"urge-{key}", error, {"text": text})
    return RedirectResponse(f"/petitions/{number}?done=urged", status_code=303)
