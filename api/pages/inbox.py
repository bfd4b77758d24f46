"""The inbox. Filters live in the address, so they are there again when one comes back."""

from datetime import date
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Query, Request, Response
from fastapi.responses import RedirectResponse

from api.deps import LanguageDep, NowDep, PersonDep, ReadingDep, SessionDep
from api.errors import status_of
from api.i18n import error_text
from api.pages.listed import list_query, list_shown
from api.pages.render import render
from api.queries.asked_tasks import asked_tasks
from api.queries.inbox_filter import InboxFilter, Scope, Sort
from api.queries.task import load_task
from api.queries.task_view import task_detail, task_page
from api.routes.params import Cursor
from api.shapes.common import Code, KeyInPath, Search, shanghai
from api.shapes.task import TaskPage
from records.errors import RecordsError
from records.people import LEADER_ROLES, Person
from records.task_work.people import people_led
from records.tasks import TaskNotFound, claim_task

router = APIRouter(include_in_schema=False)
ROWS = 25


def tabs_of(person: Person) -> list[Scope]:
    """The tabs this person has."""
    tabs: list[Scope] = ["mine", "free"]
    if person.units_with(*LEADER_ROLES):
        tabs.append("unit")
    if person.oversees:
        tabs.append("all")
    return tabs


@router.get("/")
def inbox_page(
    request: Request,
    person: PersonDep,
    session: ReadingDep,
    language: LanguageDep,
    now: NowDep,
    scope: Scope | None = None,
    element: Annotated[Code | None, Query()] = None,
    q: Annotated[Search | None, Query()] = None,
    due_before: Annotated[date | str | None, Query(max_length=10)] = None,
    sort: Sort = "due",
    cursor: Cursor = None,
    done: Annotated[str, Query(max_length=20)] = "",
) -> Response:
    """Tasks of the chosen tab; htmx asks for more rows only."""
    today = shanghai(now).date()
    before = due_before if isinstance(due_before, date) else None

    def page(of: Scope) -> TaskPage:
        wanted = InboxFilter(of, None, element or None, q or None, before, sort)
        return task_page(
            session,
            person,
            wanted,
            limit=ROWS,
            cursor=cursor,
            language=language,
            today=today,
        )

    chosen: Scope = scope or "mine"
    tasks = page(chosen)
    if scope is None and not tasks.tasks:
        # Nothing of one's own: show what can be taken.
        chosen = "free"
        tasks = page(chosen)
    query: dict[str, str] = {"scope": chosen, "sort": sort}
    query |= {"q": q} if q else {}
    query |= {"due_before": before.isoformat()} if before else {}
    following = f"/?{urlencode(query | {'cursor': tasks.next})}" if tasks.next else None
    is_more = "hx-request" in request.headers and cursor is not None
    return render(
        request,
        "_inbox_rows.html" if is_more else "inbox.html",
        tasks=tasks.tasks,
        following=following,
        scope=chosen,
        tabs=tabs_of(person),
        q=q or "",
        due_before=before.isoformat() if before else "",
        sort=sort,
        is_filtered=bool(q or before),
        rest=urlencode({key: value for key, value in query.items() if key != "scope"}),
        message="",
        listed=list_query(chosen, element or "", q or "", query.get("due_before", "")),
        asked=[] if is_more else asked_tasks(session, person, language),
        assignees=[] if is_more else people_led(session, person),
        is_end_of_list=done == "none_next",
    )


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
    task = task_detail(session, person, key, language=language, today=shanghai(now).date())
    return render(
        request,
        "_inbox_row.html",
        status,
        task=task,
        message=message,
        scope="mine",
        listed=list_shown(request),
    )
