"""Lists beside the inbox: the next task, what was asked, and several tasks at once."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query

from api.actions.bulk import act_in_bulk
from api.deps import InboxKept, LanguageDep, NowDep, PersonDep, ReadingDep, RuntimeDep
from api.queries.asked_tasks import asked_tasks
from api.queries.inbox_filter import InboxFilter, Scope
from api.queries.next_task import next_task
from api.routes.responses import errors
from api.shapes.common import LARGEST_KEY, Code, Search, shanghai
from api.shapes.task_work import AskedTask, BulkIn, BulkReport, NextTask

# Before the routes of single tasks: these paths are no keys.
router = APIRouter(prefix="/api/tasks", tags=["tasks"])


@router.get("/next", responses=errors(401, 403, 422), dependencies=[InboxKept])
def get_next(
    person: PersonDep,
    session: ReadingDep,
    now: NowDep,
    scope: Scope = "mine",
    group: Annotated[Code | None, Query(description="one queue, role@unit")] = None,
    unit: Annotated[Code | None, Query()] = None,
    element: Annotated[Code | None, Query()] = None,
    q: Annotated[Search | None, Query()] = None,
    due_before: Annotated[date | None, Query()] = None,
    after: Annotated[int | None, Query(ge=0, le=LARGEST_KEY, description="a task's key")] = None,
) -> NextTask:
    """The task after this one in a list of the inbox, by due day; the first one after the last."""
    wanted = InboxFilter(
        scope=scope,
        group=group,
        units=(unit,) if unit else (),
        elements=(element,) if element else (),
        q=q or None,
        due_before=due_before,
        today=shanghai(now).date(),
    )
    return NextTask(key=next_task(session, person, wanted, after=after))


@router.get("/asked", responses=errors(401))
def get_asked(person: PersonDep, session: ReadingDep, language: LanguageDep) -> list[AskedTask]:
    """Opinions asked of you, tasks given to you with a question, and yours that colleagues have."""
    return asked_tasks(session, person, language)


@router.post("/bulk", responses=errors(400, 401, 404, 413, 422, 503))
async def post_bulk(
    wanted: BulkIn, person: PersonDep, runtime: RuntimeDep, language: LanguageDep, now: NowDep
) -> BulkReport:
    """Claim, assign, remark on or complete several tasks, each for itself.

    200 also when some failed: `failed` says which and why. Completing takes one form for tasks of
    one step whose form asks for no text about a single case.
    """
    return await act_in_bulk(runtime, person, wanted, language=language, now=now)
