"""Completing the registration record later: only what is missing is asked for."""

from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import ValidationError

from api.actions.completion import complete_record, may_complete
from api.deps import LanguageDep, NowDep, PersonDep, ReadingDep
from api.errors import RoleMissing, status_of
from api.i18n import error_text, text
from api.pages.case_page import REFUSALS, CasePage
from api.pages.fault_links import fault_links
from api.pages.filing_form import GROUPS, SHAPES, Typed, faults_of
from api.pages.new_petition import TypedDep
from api.pages.petition import ChangingPage
from api.pages.render import render
from api.queries.filing_options import filing_options
from api.queries.visibility import visible_petition
from api.routes.petitions import NumberInPath
from api.shapes.common import shanghai
from api.shapes.completion import CompletionIn
from records.models import Petitioner
from records.registration.completion import OF_PETITION, OF_PETITIONER

router = APIRouter(include_in_schema=False, prefix="/petitions/{number}/record")
TICKS = ("is_verified", "accepts_electronic", "is_name_clear", "is_spokesperson")


@router.get("")
def record_opened(
    request: Request,
    number: NumberInPath,
    person: PersonDep,
    session: ReadingDep,
    language: LanguageDep,
    now: NowDep,
) -> Response:
    """What the record lacks."""
    petition = visible_petition(session, person, number)
    return _page(CasePage(request, session, person, petition, language, now), Typed(), {})


@router.post("")
def record_submitted(page: ChangingPage, typed: TypedDep) -> Response:
    """Add it and go back to the case; what stands against it is shown beside what was typed."""
    faults: dict[str, str] = {}
    fault, status = "", 422
    try:
        given = CompletionIn.model_validate(_body(typed))
        with page.session.begin_nested():
            added = complete_record(page.session, page.person, page.petition, given, now=page.now)
    except ValidationError as error:
        faults = faults_of(error, page.language)
    except REFUSALS as error:
        status = status_of(error)
        key = getattr(error, "field", None)
        words = error_text(page.language, error)
        if key in CompletionIn.model_fields:
            faults = {key: words}
        else:
            fault = words
    else:
        if added:
            onward = f"/petitions/{page.petition.number}?done=completed"
            return RedirectResponse(onward, status_code=303)
        fault = text(page.language, "record.nothing_added")
    return _page(page, typed, faults, fault, status)


def _page(
    page: CasePage, typed: Typed, faults: dict[str, str], fault: str = "", status: int = 200
) -> Response:
    if not may_complete(page.person, page.petition):
        raise RoleMissing
    petition = page.petition
    petitioner = page.session.get_one(Petitioner, petition.petitioner_id)
    missing = {name for name in OF_PETITIONER if getattr(petitioner, name) is None}
    missing |= {name for name in OF_PETITION if getattr(petition, name) is None}
    boxes = ("is_verified", "accepts_electronic")
    missing |= {name for name in boxes if not getattr(petitioner, name)}
    if not petitioner.name.strip():
        missing.add("petitioner_name")
    if not petition.is_name_clear:
        missing.add("is_name_clear")
    today = shanghai(page.now).date()
    rows = {name: list(typed.rows[name]) or [{}] for name in GROUPS}
    return render(
        page.request,
        "record.html",
        status,
        petition=petition,
        missing=missing,
        typed=typed,
        rows=rows,
        fault=fault,
        faults=faults,
        fault_links=fault_links(faults, page.language),
        options=filing_options(page.session, page.person, today, page.language),
    )


def _body(typed: Typed) -> dict[str, Any]:
    body: dict[str, Any] = {
        name: typed.values[name]
        for name in CompletionIn.model_fields
        if name not in GROUPS and name not in TICKS and typed.get(name).strip()
    }
    body |= {name: bool(typed.get(name)) for name in TICKS}
    body["flags"] = typed.flags
    for group in SHAPES:
        body[group] = [
            {name: value for name, value in row.items() if value.strip()}
            for row in typed.rows[group]
        ]
    return body
