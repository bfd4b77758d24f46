"""Drafts: forms as typed so far, each seen by the person who typed it alone."""

from fastapi import APIRouter, Response

from api.deps import NowDep, PersonDep, ReadingDep, SessionDep
from api.queries.task import load_task
from api.routes.responses import errors
from api.shapes.common import KeyInPath
from api.shapes.task_work import DraftIn, DraftOut
from records.models import TaskDraft
from records.task_work.drafts import drop_draft, read_draft, save_draft

router = APIRouter(prefix="/api/tasks/{key}/draft", tags=["tasks"])


@router.get("", responses=errors(401, 404))
def get_draft(key: KeyInPath, person: PersonDep, session: ReadingDep) -> DraftOut:
    """Your own draft; nobody else's is to be had."""
    return _shown(read_draft(session, person, load_task(session, key)))


@router.put("", responses=errors(400, 401, 404, 409, 413, 422))
def put_draft(
    key: KeyInPath, draft: DraftIn, person: PersonDep, session: SessionDep, now: NowDep
) -> DraftOut:
    """Keep what you have typed at the task you hold.

    409 `DraftChanged`: another tab of yours saved a newer one.
    """
    task = load_task(session, key)
    return _shown(
        save_draft(
            session,
            person,
            task,
            draft.data,
            version=draft.version,
            origin=draft.origin,
            now=now,
        )
    )


@router.delete("", status_code=204, responses=errors(401, 404))
def delete_draft(key: KeyInPath, person: PersonDep, session: SessionDep) -> Response:
    """Throw your draft away."""
    drop_draft(session, person, load_task(session, key))
    return Response(status_code=204)


def _shown(draft: TaskDraft) -> DraftOut:
    return DraftOut(
        data=draft.data, version=draft.version, origin=draft.origin, saved_at=draft.saved_at
    )
