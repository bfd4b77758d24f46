"""The window (接待窗口): its queue of the day, quick registration, receipts."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Path, Query, Response
from sqlmodel import Session

from api.actions import window as actions
from api.deps import LanguageDep, NowDep, PersonDep, ReadingDep, RuntimeDep, SessionDep
from api.errors import NotFound
from api.language import Language
from api.queries.visibility import visible_petition
from api.queries.window import receipt_view, visitor_views, window_view
from api.routes.petitions import NumberInPath
from api.routes.responses import errors
from api.shapes.common import Code, shanghai
from api.shapes.filing import Filed
from api.shapes.window import (
    QuickRegistrationIn,
    ReceiptOut,
    UnregisteredIn,
    VisitorIn,
    VisitorOut,
    WindowOut,
)
from records.models import Petition, Visitor
from records.people import Person

router = APIRouter(prefix="/api/window", tags=["window"])
UnitAsked = Annotated[Code | None, Query(description="window of this unit; your first without")]
DayAsked = Annotated[date | None, Query(description="today without")]
VisitorInPath = Annotated[Code, Path(description="id of the visitor")]
REFUSED = errors(401, 403, 404, 409)


@router.get("", responses=errors(401, 404))
def get_window(
    person: PersonDep,
    session: ReadingDep,
    language: LanguageDep,
    now: NowDep,
    unit: UnitAsked = None,
    day: DayAsked = None,
) -> WindowOut:
    """The queue of the day: for window clerks, and for bureau leaders to look at."""
    at = actions.window_of(person, unit)
    return window_view(session, person, at, day or shanghai(now).date(), language)


@router.post("/visitors", status_code=201, responses=errors(400, 401, 403, 404, 422))
def post_visitor(
    given: VisitorIn,
    person: PersonDep,
    session: SessionDep,
    language: LanguageDep,
    now: NowDep,
    unit: UnitAsked = None,
) -> VisitorOut:
    """Give a visitor the next number of today."""
    added = actions.add_visitor(session, person, unit, given, now=now)
    return _shown(session, person, added, language)


@router.post("/next", responses=REFUSED)
def post_next(
    person: PersonDep,
    session: SessionDep,
    language: LanguageDep,
    now: NowDep,
    unit: UnitAsked = None,
) -> VisitorOut:
    """Call who has waited longest; one visitor at a time for each clerk."""
    called = actions.call_next(session, person, unit, now=now)
    return _shown(session, person, called, language)


@router.post("/visitors/{visitor_id}/call", responses=REFUSED)
def post_call(
    visitor_id: VisitorInPath,
    person: PersonDep,
    session: SessionDep,
    language: LanguageDep,
    now: NowDep,
) -> VisitorOut:
    """Call this visitor, out of turn."""
    called = actions.call_visitor(session, person, visitor_id, now=now)
    return _shown(session, person, called, language)


@router.post("/visitors/{visitor_id}/waiting", responses=REFUSED)
def post_waiting(
    visitor_id: VisitorInPath,
    person: PersonDep,
    session: SessionDep,
    language: LanguageDep,
    now: NowDep,
) -> VisitorOut:
    """Let the visitor you receive wait again, at the old place."""
    waiting = actions.put_back(session, person, visitor_id, now=now)
    return _shown(session, person, waiting, language)


@router.post("/visitors/{visitor_id}/unregistered", responses=errors(400, 401, 403, 404, 409, 422))
def post_unregistered(
    visitor_id: VisitorInPath,
    given: UnregisteredIn,
    person: PersonDep,
    session: SessionDep,
    language: LanguageDep,
    now: NowDep,
) -> VisitorOut:
    """End a visit without a petition (未登记), with the reason."""
    ended = actions.end_unregistered(session, person, visitor_id, given, now=now)
    return _shown(session, person, ended, language)


@router.post("/registrations", status_code=201, responses=errors(400, 401, 403, 404, 409, 413, 422))
def post_registration(
    given: QuickRegistrationIn,
    person: PersonDep,
    session: SessionDep,
    now: NowDep,
    response: Response,
    unit: UnitAsked = None,
) -> Filed:
    """File what a visitor or caller says, few fields first; checked as every petition is.

    The visit of `visitor` ends with it. A `source` that came before answers 200 with the same one.
    """
    filed, is_new = actions.register_quickly(session, person, unit, given, now=now)
    if not is_new:
        response.status_code = 200
    return filed


@router.get("/receipts/{number}", responses=errors(401, 404))
def get_receipt(
    number: NumberInPath, person: PersonDep, session: ReadingDep, runtime: RuntimeDep
) -> ReceiptOut:
    """The query code, and the receipt to print once it is issued."""
    return receipt_view(session, receipt_of(session, person, number), runtime.settings)


def receipt_of(session: Session, person: Person, number: str) -> Petition:
    """The petition of a window the person sees. Raises NotFound, PetitionNotFound."""
    petition = visible_petition(session, person, number)
    if petition.bureau_id not in actions.windows_of(person):
        raise NotFound
    return petition


def _shown(session: Session, person: Person, visitor: Visitor, language: Language) -> VisitorOut:
    [view] = visitor_views(session, person, [visitor], language)
    return view
