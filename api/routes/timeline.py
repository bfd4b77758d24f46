"""Where a case is, and everything that happened in it."""

from typing import Annotated

from fastapi import APIRouter, Path, Query

from api.deps import LanguageDep, NowDep, PersonDep, ReadingDep
from api.queries.case_now import summary_view
from api.queries.engine_steps import engine_steps
from api.queries.reader import reader_of
from api.queries.timeline import timeline_page
from api.queries.visibility import visible_petition
from api.routes.params import Cursor, Limit
from api.routes.petitions import NumberInPath
from api.routes.responses import errors
from api.shapes.case_now import SummaryOut
from api.shapes.common import LARGEST_KEY, shanghai
from api.shapes.timeline import EngineStepOut, TimelineKind, TimelinePage

router = APIRouter(prefix="/api/petitions/{number}", tags=["petitions"])
InstanceInPath = Annotated[int, Path(ge=0, le=LARGEST_KEY, description="key of the instance")]
KindWanted = Annotated[TimelineKind | None, Query(description="only this; engine: in groups")]


@router.get("/summary", responses=errors(401, 404))
def get_summary(
    number: NumberInPath, person: PersonDep, session: ReadingDep, language: LanguageDep, now: NowDep
) -> SummaryOut:
    """What it is about, where it is now, who must do what until when, and why that day."""
    petition = visible_petition(session, person, number)
    return summary_view(session, person, petition, language=language, now=now)


@router.get("/timeline", responses=errors(401, 404, 422))
def get_timeline(
    number: NumberInPath,
    person: PersonDep,
    session: ReadingDep,
    language: LanguageDep,
    now: NowDep,
    kind: KindWanted = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> TimelinePage:
    """Everything that happened, newest first: who did what, documents, deadlines.

    The engine's own steps come when asked for (`kind=engine`), grouped by process instance.
    """
    petition = visible_petition(session, person, number)
    reader = reader_of(session, person, petition, language, shanghai(now).date())
    return timeline_page(reader, kind=kind, limit=limit, cursor=cursor)


@router.get("/timeline/{instance_key}", responses=errors(401, 404))
def get_engine_steps(
    number: NumberInPath,
    instance_key: InstanceInPath,
    person: PersonDep,
    session: ReadingDep,
    language: LanguageDep,
    now: NowDep,
) -> list[EngineStepOut]:
    """The steps of one process instance of the case, oldest first."""
    petition = visible_petition(session, person, number)
    reader = reader_of(session, person, petition, language, shanghai(now).date())
    return engine_steps(reader, instance_key)
