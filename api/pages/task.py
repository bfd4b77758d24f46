"""The page of one task: what the petition says, and the form."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse
from sqlmodel import Session

from api.actions.complete import Submission, check_submission, decide_submission
from api.deps import (
    LanguageDep,
    NowDep,
    PersonDep,
    ReadingDep,
    RuntimeDep,
    SessionDep,
    get_runtime,
    read_briefly,
    write_briefly,
)
from api.errors import ApiError, status_of
from api.i18n import error_text
from api.language import Language
from api.pages.inbox_opened import Opened
from api.pages.listed import ListedDep
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
from law.errors import LawError
from records.errors import RecordsError
from records.models import Petition
from records.people import Person
from records.task_work.ways_back import way_back
from records.tasks.claiming import assign_task, release_task
from records.tasks.errors import TaskNotFound
from records.tasks.rules import check_visible

router = APIRouter(include_in_schema=False, prefix="/tasks/{key}")
NOT_REFUSED: dict[str, object] = {"reason": "", "detail": "", "changes": []}


@router.get("", dependencies=[Opened])
def task_opened(
    request: Request,
    key: KeyInPath,
    person: PersonDep,
    session: ReadingDep,
    language: LanguageDep,
    now: NowDep,
    listed: ListedDep,
) -> Response:
    """The task; its form is filled in by its holder."""
    return _shown(request, session, person, key, language, now, listed=listed)


def _shown(
    request: Request,
    session: Session,
    person: Person,
    key: int,
    language: Language,
    now: datetime,
    *,
    listed: str = "",
    status: int = 200,
    refused: Mapping[str, object] | None = None,
) -> Response:
    # `refused`: why it could not be sent back, and the reason that was typed.
    today = shanghai(now).date()
    task = task_detail(session, person, key, language=language, today=today)
    petition = session.get(Petition, task.petition_id) if task.petition_id else None
    case = case_view(session, person, petition, language=language, now=now) if petition else None
    return render(
        request,
        "task.html",
        status,
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
            session, petition, task.element_id, get_runtime(request).settings.data_dir
        ),
        may_open_case=petition is not None and may_see(session, person, petition),
        listed=listed,
        refused=refused or NOT_REFUSED,
        message="",
    )


@router.post("/send-back")
async def send_back_submitted(
    request: Request,
    key: KeyInPath,
    person: PersonDep,
    runtime: RuntimeDep,
    language: LanguageDep,
    now: NowDep,
    reason: Annotated[str, Form(max_length=1000)],
    version: Annotated[int | None, Form()] = None,
) -> Response:
    """Send the task back; what stands against it is shown beside the reason that was typed."""
    today = shanghai(now).date()

    def check(session: Session) -> Submission:
        task = load_task(session, key)
        check_visible(session, person, task)
        data = way_back(task.element_id).filled_in(reason)
        return check_submission(
            session,
            person,
            key,
            data,
            language=language,
            today=today,
            seen=version,
            without_opinions=reason,
        )

    try:
        submission = await read_briefly(runtime, check)
        await write_briefly(
            runtime,
            lambda session: decide_submission(
                session, person, submission, language=language, now=now
            ),
        )
    except TaskNotFound:
        raise
    except (ApiError, RecordsError, LawError) as error:
        refused = {
            "reason": reason,
            "detail": error_text(language, error),
            "changes": getattr(error, "changes", []),
        }
        status = status_of(error)
        return await read_briefly(
            runtime,
            lambda session: _shown(
                request, session, person, key, language, now, status=status, refused=refused
            ),
        )
    return RedirectResponse(f"/tasks/{key}", status_code=303)


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
