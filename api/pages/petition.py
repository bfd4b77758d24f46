"""The page of a case: what is next, who must do it, until when, and why that day."""

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from api.actions.clocks import extend, may_extend
from api.deps import LanguageDep, NowDep, PersonDep, ReadingDep, SessionDep
from api.errors import status_of
from api.i18n import error_text
from api.pages.render import render
from api.queries.case import case_view
from api.queries.law_basis import steps_basis
from api.queries.petitions import visible_petition
from api.routes.petitions import NumberInPath
from api.shapes.common import shanghai
from law.errors import LawError
from records.errors import RecordsError

router = APIRouter(include_in_schema=False, prefix="/petitions/{number}")


@router.get("")
def petition_opened(
    request: Request,
    number: NumberInPath,
    person: PersonDep,
    session: ReadingDep,
    language: LanguageDep,
    now: NowDep,
    done: str = "",
) -> Response:
    """The case; htmx asks for the part that moves only."""
    petition = visible_petition(session, person, number)
    case = case_view(session, person, petition, language=language, now=now)
    return render(
        request,
        "_case_live.html" if "hx-request" in request.headers else "petition.html",
        case=case,
        law_basis=steps_basis(session, case.steps, language=language, today=shanghai(now).date()),
        may_extend=may_extend(person, petition),
        done=done if done in ("filed", "decided", "extended") else "",
        fault="",
        days="",
        reason="",
    )


@router.post("/clocks/{code}/extension")
def extension_submitted(
    request: Request,
    number: NumberInPath,
    code: str,
    person: PersonDep,
    session: SessionDep,
    language: LanguageDep,
    now: NowDep,
    days: Annotated[int, Form(ge=1, le=366)],
    reason: Annotated[str, Form(min_length=1, max_length=1000)],
) -> Response:
    """Extend a clock; what the law says against it is shown beside what was typed."""
    petition = visible_petition(session, person, number)
    try:
        with session.begin_nested():
            extend(session, person, petition, code, days=days, reason=reason, now=now)
    except (RecordsError, LawError) as error:
        case = case_view(session, person, petition, language=language, now=now)
        today = shanghai(now).date()
        return render(
            request,
            "petition.html",
            status_of(error),
            case=case,
            law_basis=steps_basis(session, case.steps, language=language, today=today),
            may_extend=may_extend(person, petition),
            done="",
            fault=error_text(language, error),
            days=str(days),
            reason=reason,
        )
    return RedirectResponse(f"/petitions/{number}?done=extended", status_code=303)
