"""The page of one task: what the petition says, and the form."""

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from api.deps import LanguageDep, NowDep, PersonDep, ReadingDep, RuntimeDep, SessionDep
from api.pages.render import render
from api.queries.answer_help import like_answers_to, templates_for_task
from api.queries.case import case_view
from api.queries.class_proposals import class_proposals
from api.queries.law_basis import element_basis
from api.queries.task import load_task
from api.queries.task_view import task_detail
from api.queries.visibility import may_see
from api.shapes.answer_template import TextsIn
from api.shapes.common import KeyInPath, shanghai
from records.models import Petition
from records.tasks import assign_task, release_task

router = APIRouter(include_in_schema=False, prefix="/tasks/{key}")


@router.get("")
def task_opened(
    request: Request,
    key: KeyInPath,
    person: PersonDep,
    session: ReadingDep,
    runtime: RuntimeDep,
    language: LanguageDep,
    now: NowDep,
) -> Response:
    """The task; its form is filled in by its holder."""
    today = shanghai(now).date()
    task = task_detail(session, person, key, language=language, today=today)
    petition = session.get(Petition, task.petition_id) if task.petition_id else None
    case = case_view(session, person, petition, language=language, now=now) if petition else None
    return render(
        request,
        "task.html",
        task=task,
        case=case,
        law_basis=element_basis(
            session,
            int(task.definition_key),
            task.element_id,
            language=language,
            today=today,
        ),
        templates=templates_for_task(session, person, key, language=language, today=today)
        if task.is_mine
        else [],
        class_proposals=class_proposals(
            session, petition, task.element_id, runtime.settings.data_dir
        ),
        may_open_case=petition is not None and may_see(session, person, petition),
    )


@router.post("/like-answers")
def like_answers_asked(
    request: Request, key: KeyInPath, given: TextsIn, person: PersonDep, session: ReadingDep
) -> Response:
    """Answers like the one being written, as a part of the page."""
    found = like_answers_to(session, person, key, given.texts)
    return render(request, "_like_answers.html", found=found)


@router.post("/release")
def release_submitted(
    key: KeyInPath, person: PersonDep, session: SessionDep, now: NowDep
) -> Response:
    """Give the task back."""
    release_task(session, person, load_task(session, key), now=now)
    return RedirectResponse("/?scope=free", status_code=303)


@router.post("/assign")
def assign_submitted(
    key: KeyInPath,
    person: PersonDep,
    session: SessionDep,
    now: NowDep,
    user: Annotated[str, Form(max_length=60)],
) -> Response:
    """Assign the task."""
    assign_task(session, person, load_task(session, key), user, now=now)
    return RedirectResponse(f"/tasks/{key}", status_code=303)
