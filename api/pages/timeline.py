"""The timeline of a case: a part of its page for htmx, else a page of its own."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from api.deps import LanguageDep, NowDep, PersonDep, ReadingDep
from api.errors import DocumentNotFound
from api.pages.case_page import Asked
from api.pages.render import render
from api.queries.case_documents import document_views
from api.queries.engine_steps import engine_steps
from api.queries.reader import reader_of
from api.queries.timeline import timeline_page
from api.queries.visibility import visible_petition
from api.routes.params import Cursor
from api.routes.petitions import NumberInPath
from api.routes.timeline import InstanceInPath
from api.shapes.common import Code, shanghai
from api.shapes.timeline import TimelineKind
from law.service import Way

router = APIRouter(include_in_schema=False, prefix="/petitions/{number}")
ROWS = 20
KindAsked = Annotated[TimelineKind | None, Query()]


@router.get("/timeline")
def timeline_opened(
    request: Request,
    number: NumberInPath,
    person: PersonDep,
    session: ReadingDep,
    language: LanguageDep,
    now: NowDep,
    kind: KindAsked = None,
    cursor: Cursor = None,
) -> Response:
    """A page of the timeline."""
    petition = visible_petition(session, person, number)
    reader = reader_of(session, person, petition, language, shanghai(now).date())
    found = timeline_page(reader, kind=kind, limit=ROWS, cursor=cursor)
    template = "timeline.html"
    if "hx-request" in request.headers:
        template = "_timeline_rows.html" if cursor else "_timeline.html"
    return render(
        request,
        template,
        number=petition.number,
        timeline=found,
        timeline_kind=kind.value if kind else None,
    )


@router.get("/timeline/{instance_key}")
def steps_opened(
    request: Request,
    number: NumberInPath,
    instance_key: InstanceInPath,
    person: PersonDep,
    session: ReadingDep,
    language: LanguageDep,
    now: NowDep,
) -> Response:
    """The steps of one process instance."""
    petition = visible_petition(session, person, number)
    reader = reader_of(session, person, petition, language, shanghai(now).date())
    steps = engine_steps(reader, instance_key)
    template = "_engine_steps.html" if "hx-request" in request.headers else "engine_steps.html"
    return render(request, template, number=petition.number, steps=steps)


@router.get("/documents/{document_id}/service")
def service_form(
    request: Request,
    number: NumberInPath,
    document_id: Annotated[Code, Path()],
    person: PersonDep,
    session: ReadingDep,
    language: LanguageDep,
    now: NowDep,
) -> Response:
    """The form for an attempt to serve a document, asked for when it is opened.

    Raises DocumentNotFound, also for who records no service of it.
    """
    petition = visible_petition(session, person, number)
    today = shanghai(now).date()
    reader = reader_of(session, person, petition, language, today)
    found = [one for one in document_views(reader) if one.id == document_id]
    if not found or not found[0].can_record_service:
        raise DocumentNotFound
    template = "_service_form.html" if "hx-request" in request.headers else "service_form.html"
    return render(
        request,
        template,
        number=petition.number,
        document=found[0],
        asked=Asked(),
        ways=[way.value for way in Way],
        today=today.isoformat(),
    )
