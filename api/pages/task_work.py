"""Working on a task together, on its page: htmx changes the part concerned, a plain form the page.

What is refused is said in that part; without scripts it is a page of its own.
"""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Path, Request, Response
from fastapi.responses import RedirectResponse
from sqlmodel import Session

from api.deps import LanguageDep, NowDep, PersonDep, ReadingDep, SessionDep
from api.i18n import error_text
from api.pages.render import render
from api.queries.task import load_task
from api.queries.task_view import task_detail
from api.shapes.common import Code, KeyInPath, shanghai
from law.errors import LawError
from records.errors import RecordsError
from records.task_work.delegation import answer_delegation, delegate_task, recall_delegation
from records.task_work.opinions import Stance, ask_opinions, give_opinion, withdraw_opinion
from records.task_work.remarks import write_remark
from records.task_work.state import open_delegation
from records.task_work.urging import urge_task
from records.tasks.errors import TaskNotFound
from records.tasks.rules import TaskRef, check_visible

router = APIRouter(include_in_schema=False, prefix="/tasks/{key}")
UserInPath = Annotated[Code, Path()]
Typed = Annotated[str, Form(min_length=1, max_length=1000)]


class WorkPage:
    """One task whose work is about to be changed, in the transaction of the route."""

    def __init__(
        self,
        request: Request,
        key: KeyInPath,
        person: PersonDep,
        session: SessionDep,
        language: LanguageDep,
        now: NowDep,
    ) -> None:
        self.request, self.key, self.person = request, key, person
        self.session, self.language, self.now = session, language, now

    def by(self, change: Callable[[Session, TaskRef], object]) -> Response:
        """Carry it out; the part of the page afterwards, or the page anew."""
        is_part = "hx-request" in self.request.headers
        message = ""
        try:
            with self.session.begin_nested():
                change(self.session, load_task(self.session, self.key))
        except TaskNotFound:
            raise
        except (RecordsError, LawError) as error:
            if not is_part:
                raise
            message = error_text(self.language, error)
        if not is_part:
            return RedirectResponse(f"/tasks/{self.key}", status_code=303)
        today = shanghai(self.now).date()
        task = task_detail(self.session, self.person, self.key, language=self.language, today=today)
        # htmx takes the part in for 409 too (common.js).
        status = 409 if message else 200
        return render(self.request, "_task_work.html", status, task=task, message=message)


WorkPageDep = Annotated[WorkPage, Depends(scope="function")]


@router.get("/work")
def work_shown(
    request: Request,
    key: KeyInPath,
    person: PersonDep,
    session: ReadingDep,
    language: LanguageDep,
    now: NowDep,
) -> Response:
    """The part of the page as it is now."""
    task = task_detail(session, person, key, language=language, today=shanghai(now).date())
    return render(request, "_task_work.html", task=task, message="")


@router.post("/delegation")
def delegation_submitted(
    page: WorkPageDep,
    user: Annotated[str, Form(max_length=60)],
    question: Typed,
    may_complete: Annotated[bool, Form()] = False,
) -> Response:
    """Give the task to a colleague with a question."""
    return page.by(
        lambda session, task: delegate_task(
            session,
            page.person,
            task,
            user,
            question=question,
            may_complete=may_complete,
            now=page.now,
        )
    )


@router.post("/delegation/answer")
def delegation_answered(page: WorkPageDep, answer: Typed) -> Response:
    """Answer the owner's question."""
    return page.by(
        lambda session, task: answer_delegation(session, page.person, task, answer, now=page.now)
    )


@router.post("/delegation/end")
def delegation_ended(page: WorkPageDep) -> Response:
    """Give the task back without an answer, or take it back."""

    def end(session: Session, task: TaskRef) -> None:
        check_visible(session, page.person, task)
        delegation = open_delegation(session, task.key)
        if delegation is not None and delegation.delegate_id == page.person.id:
            answer_delegation(session, page.person, task, "", now=page.now)
        else:
            recall_delegation(session, page.person, task, now=page.now)

    return page.by(end)


@router.post("/opinions")
def opinions_asked(
    page: WorkPageDep, question: Typed, users: Annotated[list[str] | None, Form()] = None
) -> Response:
    """Ask co-workers for their opinion."""
    return page.by(
        lambda session, task: ask_opinions(
            session, page.person, task, users or [], question=question, now=page.now
        )
    )


@router.post("/opinions/mine")
def opinion_given(
    page: WorkPageDep,
    stance: Annotated[Stance, Form()],
    answer: Annotated[str, Form(max_length=1000)] = "",
) -> Response:
    """Give the opinion that was asked for."""
    return page.by(
        lambda session, task: give_opinion(session, page.person, task, stance, answer, now=page.now)
    )


@router.post("/opinions/{user}/withdraw")
def opinion_withdrawn(page: WorkPageDep, user: UserInPath) -> Response:
    """Wait no longer for this co-worker."""
    return page.by(
        lambda session, task: withdraw_opinion(session, page.person, task, user, now=page.now)
    )


@router.post("/urge")
def urged(page: WorkPageDep, text: Annotated[str, Form(min_length=1, max_length=200)]) -> Response:
    """Urge whoever has the task."""
    return page.by(lambda session, task: urge_task(session, page.person, task, text, now=page.now))


@router.post("/remarks")
def remark_submitted(page: WorkPageDep, text: Typed) -> Response:
    """Write a note."""
    return page.by(
        lambda session, task: write_remark(session, page.person, task, text, now=page.now)
    )
