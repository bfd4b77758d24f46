"""The inbox and single tasks."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query

from api.deps import LanguageDep, NowDep, PersonDep, ReadingDep
from api.queries.inbox_filter import InboxFilter, Scope, Sort
from api.queries.task_view import task_detail, task_page
from api.routes.params import Cursor, Limit
from api.routes.responses import errors
from api.shapes.common import Code, KeyInPath, Search, shanghai
from api.shapes.task import TaskDetail, TaskPage

router = APIRouter(prefix="/api/tasks", tags=["tasks"])


@router.get("", responses=errors(401, 403, 422))
def get_tasks(
    person: PersonDep,
    session: ReadingDep,
    language: LanguageDep,
    now: NowDep,
    scope: Annotated[
        Scope,
        Query(
            description="mine: held by you. free: nobody's, in your groups. groups: both. "
            "unit: all of the units you lead. all: everything you may see."
        ),
    ] = "groups",
    unit: Annotated[Code | None, Query(description="waiting in this unit")] = None,
    element: Annotated[Code | None, Query(description="at this step")] = None,
    q: Annotated[Search | None, Query(description="part of number or subject")] = None,
    due_before: Annotated[date | None, Query(description="due earlier than this day")] = None,
    sort: Sort = "due",
    limit: Limit = 50,
    cursor: Cursor = None,
) -> TaskPage:
    """Open tasks, a page at a time. Tasks without a due day come last when sorted by it."""
    wanted = InboxFilter(scope, unit, element, q or None, due_before, sort)
    return task_page(
        session,
        person,
        wanted,
        limit=limit,
        cursor=cursor,
        language=language,
        today=shanghai(now).date(),
    )


@router.get("/{key}", responses=errors(401, 404))
def get_task(
    key: KeyInPath, person: PersonDep, session: ReadingDep, language: LanguageDep, now: NowDep
) -> TaskDetail:
    """A task with its form (form-js schema) and what the form starts from."""
    return task_detail(session, person, key, language=language, today=shanghai(now).date())
