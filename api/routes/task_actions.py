"""Taking tasks, giving them back, assigning and completing them."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends

from api.actions.complete import Submission, check_submission, decide_submission
from api.deps import (
    LanguageDep,
    NowDep,
    PersonDep,
    Runtime,
    RuntimeDep,
    SessionDep,
    read_briefly,
    write_briefly,
)
from api.language import Language
from api.queries.task import load_task
from api.queries.task_view import task_detail
from api.routes.responses import errors
from api.shapes.common import KeyInPath, shanghai
from api.shapes.task import Assignment, Completion, Decided, TaskDetail
from records.people import Person
from records.tasks.claiming import assign_task, claim_task, release_task

router = APIRouter(prefix="/api/tasks/{key}", tags=["tasks"])


@router.post("/claim", responses=errors(401, 403, 404, 409))
async def post_claim(
    key: KeyInPath, person: PersonDep, runtime: RuntimeDep, language: LanguageDep, now: NowDep
) -> TaskDetail:
    """Take a task of your groups. Of several who try at once one wins, the others get 409."""
    await write_briefly(
        runtime, lambda session: claim_task(session, person, load_task(session, key), now=now)
    )
    return await _detail(runtime, person, key, language, now)


@router.post("/release", responses=errors(401, 403, 404, 409))
async def post_release(
    key: KeyInPath, person: PersonDep, runtime: RuntimeDep, language: LanguageDep, now: NowDep
) -> TaskDetail:
    """Give a task back to its groups (its holder, or a leader)."""
    await write_briefly(
        runtime, lambda session: release_task(session, person, load_task(session, key), now=now)
    )
    return await _detail(runtime, person, key, language, now)


@router.post("/assign", responses=errors(400, 401, 403, 404, 409, 422))
async def post_assign(
    key: KeyInPath,
    to: Assignment,
    person: PersonDep,
    runtime: RuntimeDep,
    language: LanguageDep,
    now: NowDep,
) -> TaskDetail:
    """Give a task to a member of its groups (leaders of the unit or the bureau)."""
    await write_briefly(
        runtime,
        lambda session: assign_task(session, person, load_task(session, key), to.user, now=now),
    )
    return await _detail(runtime, person, key, language, now)


async def _detail(
    runtime: Runtime, person: Person, key: int, language: Language, now: datetime
) -> TaskDetail:
    today = shanghai(now).date()
    return await read_briefly(
        runtime, lambda session: task_detail(session, person, key, language=language, today=today)
    )


async def get_submission(
    key: KeyInPath,
    completion: Completion,
    person: PersonDep,
    runtime: RuntimeDep,
    language: LanguageDep,
    now: NowDep,
) -> Submission:
    """The form, found valid before the transaction of the route begins."""
    return await read_briefly(
        runtime,
        lambda session: check_submission(
            session,
            person,
            key,
            completion.data,
            language=language,
            today=shanghai(now).date(),
            seen=completion.version,
            without_opinions=completion.without_opinions,
        ),
    )


@router.post("/completion", responses=errors(400, 401, 403, 404, 409, 413, 422, 503))
def post_completion(
    submission: Annotated[Submission, Depends(get_submission)],
    person: PersonDep,
    session: SessionDep,
    language: LanguageDep,
    now: NowDep,
) -> Decided:
    """Decide the task you hold. The same form again from you is harmless and answers the same.

    409 `TaskChanged` lists what others changed since the `version` that you send.

    422 `FormInvalid` lists the fields that need attention, `OverrideNeedsReason` asks why the
    decision differs from what was proposed, `OpinionsOutstanding` why you do not wait for opinions
    that were asked for; nothing is changed then.
    """
    return decide_submission(session, person, submission, language=language, now=now)
