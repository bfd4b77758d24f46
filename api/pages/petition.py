"""The page of a case: what is next, who must do it, until when, and why that day."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse

from api.actions.clocks import extend
from api.deps import LanguageDep, NowDep, PersonDep, ReadingDep, SessionDep
from api.pages.case_page import REFUSALS, CasePage
from api.pages.case_parts import part_address
from api.queries.visibility import visible_petition
from api.routes.petitions import NumberInPath

router = APIRouter(include_in_schema=False, prefix="/petitions/{number}")


def get_changing_page(
    request: Request,
    number: NumberInPath,
    person: PersonDep,
    session: SessionDep,
    language: LanguageDep,
    now: NowDep,
) -> CasePage:
    """The page of a case that is about to be changed, in the transaction of the route."""
    petition = visible_petition(session, person, number)
    return CasePage(request, session, person, petition, language, now)


ChangingPage = Annotated[CasePage, Depends(get_changing_page, scope="function")]


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
    page = CasePage(request, session, person, petition, language, now)
    template = "_case_live.html" if "hx-request" in request.headers else "petition.html"
    return page.show(template=template, done=done)


@router.post("/clocks/{code}/extension")
def extension_submitted(
    page: ChangingPage,
    number: NumberInPath,
    code: str,
    days: Annotated[int, Form(ge=1, le=366)],
    reason: Annotated[str, Form(min_length=1, max_length=1000)],
) -> Response:
    """Extend a clock; what the law says against it is shown beside what was typed."""
    try:
        with page.session.begin_nested():
            waits = extend(
                page.session,
                page.person,
                page.petition,
                code,
                days=days,
                reason=reason,
                now=page.now,
            )
    except REFUSALS as error:
        return page.refused(f"clock-{code}", error, {"days": str(days), "reason": reason})
    done = "extension_asked" if waits else "extended"
    return RedirectResponse(part_address(number, done), status_code=303)
