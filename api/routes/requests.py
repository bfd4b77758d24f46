"""Requests about a running case. 409 names what stands against what was asked."""

from typing import Annotated

from fastapi import APIRouter, Path

from api.actions.requests.cases import (
    answer_interim,
    correct_the_route,
    record_choice,
    request_extension,
    take_rating,
    take_withdrawal,
    visible_matter,
)
from api.actions.requests.service import serve_document
from api.actions.requests.supervision import supervise
from api.deps import LanguageDep, NowDep, PersonDep, SessionDep
from api.queries.case_documents import service_view
from api.queries.case_matters import (
    extension_views,
    interim_answer_views,
    matter_views,
    rating_view,
)
from api.queries.case_supervisions import supervision_views
from api.queries.reader import reader_of
from api.queries.visibility import visible_petition
from api.routes.petitions import NumberInPath
from api.routes.responses import errors
from api.shapes.case import MatterOut
from api.shapes.case_parts import (
    ExtensionOut,
    InterimAnswerOut,
    RatingOut,
    ServiceOut,
    SupervisionOut,
)
from api.shapes.common import Code, shanghai
from api.shapes.petition import ExtensionIn
from api.shapes.requests import (
    InterimAnswerIn,
    RatingIn,
    RouteCorrectionIn,
    RouteIn,
    ServiceIn,
    SupervisionIn,
    WithdrawalIn,
    WithdrawnOut,
)

router = APIRouter(prefix="/api", tags=["requests"], responses=errors(400, 401, 403, 404, 409, 422))
OrdinalInPath = Annotated[int, Path(ge=1, le=1000, description="number of the matter")]


@router.post("/petitions/{number}/withdrawal")
def post_withdrawal(
    number: NumberInPath, given: WithdrawalIn, person: PersonDep, session: SessionDep, now: NowDep
) -> WithdrawnOut:
    """The petitioner takes the petition back: in writing, until the opinion is signed.

    Taken at the bureau for all of it, in a unit for its own matters.
    """
    petition = visible_petition(session, person, number)
    ended = take_withdrawal(session, person, petition, given, now=now)
    return WithdrawnOut(petition=ended.petition, matters=list(ended.matters))


@router.post("/petitions/{number}/matters/{ordinal}/extension", status_code=201)
def post_extension(
    number: NumberInPath,
    ordinal: OrdinalInPath,
    given: ExtensionIn,
    person: PersonDep,
    session: SessionDep,
    language: LanguageDep,
    now: NowDep,
) -> ExtensionOut:
    """Ask to extend the handling period of a matter (handler or leader of its unit, article 34).

    The leader decides in a task; until then nothing moves.
    """
    petition = visible_petition(session, person, number)
    matter = visible_matter(session, person, petition, ordinal)
    request_extension(session, person, matter, given, now=now)
    reader = reader_of(session, person, petition, language, shanghai(now).date())
    return [one for one in extension_views(reader) if one.matter == ordinal][-1]


@router.post("/petitions/{number}/matters/{ordinal}/route")
def post_route(
    number: NumberInPath,
    ordinal: OrdinalInPath,
    given: RouteIn,
    person: PersonDep,
    session: SessionDep,
    language: LanguageDep,
    now: NowDep,
) -> MatterOut:
    """Record which of the open routes the petitioner chose (article 31)."""
    petition = visible_petition(session, person, number)
    matter = visible_matter(session, person, petition, ordinal)
    record_choice(session, person, petition, matter, given.route, now=now)
    reader = reader_of(session, person, petition, language, shanghai(now).date())
    return next(one for one in matter_views(reader) if one.ordinal == ordinal)


@router.post("/petitions/{number}/matters/{ordinal}/route-correction", status_code=202)
def post_route_correction(
    number: NumberInPath,
    ordinal: OrdinalInPath,
    given: RouteCorrectionIn,
    person: PersonDep,
    session: SessionDep,
    now: NowDep,
) -> None:
    """Correct the route of a matter (leader of its unit); the unit examines it anew."""
    petition = visible_petition(session, person, number)
    matter = visible_matter(session, person, petition, ordinal)
    correct_the_route(session, person, matter, given, now=now)


@router.post("/petitions/{number}/interim-answers", status_code=201)
def post_interim_answer(
    number: NumberInPath,
    given: InterimAnswerIn,
    person: PersonDep,
    session: SessionDep,
    language: LanguageDep,
    now: NowDep,
) -> InterimAnswerOut:
    """Tell the petitioner something while work goes on. It completes nothing and stops no clock."""
    petition = visible_petition(session, person, number)
    answer_interim(session, person, petition, given, now=now)
    reader = reader_of(session, person, petition, language, shanghai(now).date())
    return interim_answer_views(reader)[-1]


@router.post("/petitions/{number}/rating", status_code=201)
def post_rating(
    number: NumberInPath,
    given: RatingIn,
    person: PersonDep,
    session: SessionDep,
    language: LanguageDep,
    now: NowDep,
) -> RatingOut | None:
    """Take down what the petitioner thinks of bureau and unit; once."""
    petition = visible_petition(session, person, number)
    take_rating(session, person, petition, given, now=now)
    return rating_view(reader_of(session, person, petition, language, shanghai(now).date()))


@router.post("/petitions/{number}/supervisions", status_code=201)
def post_supervision(
    number: NumberInPath,
    given: SupervisionIn,
    person: PersonDep,
    session: SessionDep,
    language: LanguageDep,
    now: NowDep,
) -> SupervisionOut:
    """Order a supervision (督办) of whoever has the matter (supervisor or leader of the bureau).

    One for the same reason may run at a time (articles 38 to 40).
    """
    petition = visible_petition(session, person, number)
    row = supervise(session, person, petition, given, now=now)
    reader = reader_of(session, person, petition, language, shanghai(now).date())
    return next(one for one in supervision_views(reader) if one.id == row.id)


@router.post("/documents/{document_id}/service", status_code=201)
def post_service(
    document_id: Annotated[Code, Path()],
    given: ServiceIn,
    person: PersonDep,
    session: SessionDep,
    now: NowDep,
) -> ServiceOut:
    """Record an attempt to serve a document; an opinion is served in its own task."""
    service = serve_document(session, person, document_id, given, now=now)
    return service_view(service, person.name)
