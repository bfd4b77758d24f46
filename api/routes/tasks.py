"""The inbox and single tasks."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query

from api.deps import InboxKept, LanguageDep, NowDep, PersonDep, ReadingDep
from api.queries.inbox_counts import MOST, queue_counts, tab_count
from api.queries.inbox_filter import Due, Scope, Sort
from api.queries.inbox_rows import task_page
from api.queries.inbox_tabs import tabs_of
from api.queries.task_view import task_detail
from api.routes.params import Cursor, Limit
from api.routes.responses import errors
from api.shapes.common import Code, KeyInPath, Search, shanghai
from api.shapes.inbox import FilterSpec, InboxCounts, QueueCount, TaskSearch
from api.shapes.task import TaskDetail, TaskPage

router = APIRouter(prefix="/api/tasks", tags=["tasks"])
Codes = Annotated[list[Code], Query(max_length=50)]


@router.get("", responses=errors(401, 403, 422), dependencies=[InboxKept])
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
    group: Annotated[Code | None, Query(description="one queue, role@unit")] = None,
    unit: Annotated[list[Code], Query(max_length=50, description="waiting in this unit")] = [],  # noqa: B006
    element: Annotated[list[Code], Query(max_length=50, description="at this step")] = [],  # noqa: B006
    category: Codes = [],  # noqa: B006
    channel: Codes = [],  # noqa: B006
    content_class: Codes = [],  # noqa: B006
    flag: Codes = [],  # noqa: B006
    due: Annotated[list[Due], Query(max_length=5, description="a week ends on Sunday")] = [],  # noqa: B006
    q: Annotated[
        Search | None, Query(description="words of number, names, subject or claims")
    ] = None,
    due_before: Annotated[date | None, Query(description="due earlier than this day")] = None,
    sort: Sort = "due",
    limit: Limit = 50,
    cursor: Cursor = None,
) -> TaskPage:
    """Open tasks, a page at a time. Tasks without a due day come last when sorted by it.

    Of several codes of one kind any fits. Names are better looked for with POST /api/tasks/search.
    """
    spec = FilterSpec(
        q=q or "",
        category=category,
        due=due,
        unit=unit,
        channel=channel,
        content_class=content_class,
        flag=flag,
        element=element,
    )
    wanted = spec.asks(
        scope, today=shanghai(now).date(), sort=sort, group=group, due_before=due_before
    )
    return task_page(session, person, wanted, limit=limit, cursor=cursor, language=language)


@router.post("/search", responses=errors(401, 403, 422), dependencies=[InboxKept])
def search_tasks(
    search: TaskSearch, person: PersonDep, session: ReadingDep, language: LanguageDep, now: NowDep
) -> TaskPage:
    """The same list asked for in a body: a name that somebody looks for is in no address."""
    wanted = search.asks(
        search.scope,
        today=shanghai(now).date(),
        sort=search.sort,
        group=search.group,
        due_before=search.due_before,
    )
    return task_page(
        session, person, wanted, limit=search.limit, cursor=search.cursor, language=language
    )


@router.get("/counts", responses=errors(401), dependencies=[InboxKept])
def get_counts(person: PersonDep, session: ReadingDep) -> InboxCounts:
    """How many tasks wait, by tab and by queue."""
    return InboxCounts(
        most=MOST,
        tabs={scope: tab_count(session, person, scope).number for scope in tabs_of(person)},
        queues=[
            QueueCount(group=group, number=count.number)
            for group, count in queue_counts(session, person).items()
        ],
    )


@router.get("/{key}", responses=errors(401, 404))
def get_task(
    key: KeyInPath, person: PersonDep, session: ReadingDep, language: LanguageDep, now: NowDep
) -> TaskDetail:
    """A task with its form (form-js schema) and what the form starts from."""
    return task_detail(session, person, key, language=language, today=shanghai(now).date())
