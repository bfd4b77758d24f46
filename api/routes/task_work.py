"""Work around a task: delegation with return, opinions, urging, remarks, sending back."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Depends, Path
from sqlmodel import Session

from api.actions.complete import Submission, check_submission, decide_submission
from api.deps import (
    LanguageDep,
    NowDep,
    PersonDep,
    RuntimeDep,
    SessionDep,
    read_briefly,
    write_briefly,
)
from api.queries.actors import Actors
from api.queries.task import load_task
from api.queries.task_view import task_detail
from api.queries.task_work import urge_views
from api.routes.responses import errors
from api.shapes.common import Code, KeyInPath, shanghai
from api.shapes.task import Decided, TaskDetail
from api.shapes.task_work import (
    DelegationAnswerIn,
    DelegationIn,
    OpinionIn,
    OpinionsIn,
    RemarkIn,
    SendBackIn,
    Urge,
    UrgeIn,
)
from records.task_work.delegation import answer_delegation, delegate_task, recall_delegation
from records.task_work.opinions import ask_opinions, give_opinion, withdraw_opinion
from records.task_work.remarks import write_remark
from records.task_work.state import open_delegation
from records.task_work.urging import urge_task
from records.task_work.ways_back import way_back
from records.tasks.rules import TaskRef, check_visible

router = APIRouter(prefix="/api/tasks/{key}", tags=["tasks"])
UserInPath = Annotated[Code, Path(description="user id")]


class Changing:
    """Changes one task in a transaction of its own, then shows it as it is."""

    def __init__(
        self,
        key: KeyInPath,
        person: PersonDep,
        runtime: RuntimeDep,
        language: LanguageDep,
        now: NowDep,
    ) -> None:
        self.key, self.person, self.runtime = key, person, runtime
        self.language, self.now = language, now

    async def by(self, change: Callable[[Session, TaskRef], object]) -> TaskDetail:
        """Carry out the change; the task afterwards."""
        await write_briefly(
            self.runtime, lambda session: change(session, load_task(session, self.key))
        )
        today = shanghai(self.now).date()
        return await read_briefly(
            self.runtime,
            lambda session: task_detail(
                session, self.person, self.key, language=self.language, today=today
            ),
        )


ChangingDep = Annotated[Changing, Depends()]


@router.post("/delegation", responses=errors(400, 401, 404, 409, 422))
async def post_delegation(given: DelegationIn, changing: ChangingDep) -> TaskDetail:
    """Give the task you hold to a colleague of its groups, with a question; it comes back."""
    return await changing.by(
        lambda session, task: delegate_task(
            session,
            changing.person,
            task,
            given.user,
            question=given.question,
            may_complete=given.may_complete,
            now=changing.now,
        )
    )


@router.post("/delegation/answer", responses=errors(400, 401, 404, 409, 422))
async def post_delegation_answer(given: DelegationAnswerIn, changing: ChangingDep) -> TaskDetail:
    """Answer the question; the task returns to its owner."""
    return await changing.by(
        lambda session, task: answer_delegation(
            session, changing.person, task, given.answer, now=changing.now
        )
    )


@router.delete("/delegation", responses=errors(401, 404, 409))
async def delete_delegation(changing: ChangingDep) -> TaskDetail:
    """The colleague gives the task back without an answer, or its owner takes it back."""

    def end(session: Session, task: TaskRef) -> None:
        check_visible(session, changing.person, task)
        delegation = open_delegation(session, task.key)
        if delegation is not None and delegation.delegate_id == changing.person.id:
            answer_delegation(session, changing.person, task, "", now=changing.now)
        else:
            recall_delegation(session, changing.person, task, now=changing.now)

    return await changing.by(end)


@router.post("/opinions", responses=errors(400, 401, 404, 409, 422))
async def post_opinions(given: OpinionsIn, changing: ChangingDep) -> TaskDetail:
    """Ask one or several co-workers for their opinion; they may open the task from then on."""
    return await changing.by(
        lambda session, task: ask_opinions(
            session,
            changing.person,
            task,
            given.users,
            question=given.question,
            now=changing.now,
        )
    )


@router.put("/opinions/mine", responses=errors(400, 401, 404, 409, 422))
async def put_opinion(given: OpinionIn, changing: ChangingDep) -> TaskDetail:
    """Give the opinion that was asked of you."""
    return await changing.by(
        lambda session, task: give_opinion(
            session, changing.person, task, given.stance, given.answer, now=changing.now
        )
    )


@router.delete("/opinions/{user}", responses=errors(401, 404, 409))
async def delete_opinion(user: UserInPath, changing: ChangingDep) -> TaskDetail:
    """Wait no longer for this co-worker's opinion (who holds the task)."""
    return await changing.by(
        lambda session, task: withdraw_opinion(
            session, changing.person, task, user, now=changing.now
        )
    )


@router.post("/urge", responses=errors(400, 401, 403, 404, 409, 422))
def post_urge(
    key: KeyInPath,
    given: UrgeIn,
    person: PersonDep,
    session: SessionDep,
    language: LanguageDep,
    now: NowDep,
) -> Urge:
    """Urge whoever has the task, or its groups: leaders, supervisors, call-backs; once a day."""
    urge = urge_task(session, person, load_task(session, key), given.text, now=now)
    [view] = urge_views([urge], Actors(session, language))
    return view


@router.post("/remarks", responses=errors(400, 401, 404, 422))
async def post_remark(given: RemarkIn, changing: ChangingDep) -> TaskDetail:
    """Write a note for whoever works on the task."""
    return await changing.by(
        lambda session, task: write_remark(
            session, changing.person, task, given.text, now=changing.now
        )
    )


async def get_sent_back(
    key: KeyInPath,
    given: SendBackIn,
    person: PersonDep,
    runtime: RuntimeDep,
    language: LanguageDep,
    now: NowDep,
) -> Submission:
    """The form that leads back, found valid before the transaction of the route begins."""

    def check(session: Session) -> Submission:
        task = load_task(session, key)
        check_visible(session, person, task)
        return check_submission(
            session,
            person,
            key,
            way_back(task.element_id).filled_in(given.reason),
            language=language,
            today=shanghai(now).date(),
            seen=given.version,
            without_opinions=given.reason,
        )

    return await read_briefly(runtime, check)


@router.post("/send-back", responses=errors(400, 401, 404, 409, 422, 503))
def post_send_back(
    submission: Annotated[Submission, Depends(get_sent_back)],
    person: PersonDep,
    session: SessionDep,
    language: LanguageDep,
    now: NowDep,
) -> Decided:
    """Decide the task you hold with the answer for which the procedure leads back a step."""
    return decide_submission(session, person, submission, language=language, now=now)
