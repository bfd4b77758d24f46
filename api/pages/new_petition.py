"""Filing a petition at the window: the whole registration record, and looking for duplicates."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated
from uuid import uuid4

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import ValidationError
from sqlmodel import Session

from api.actions.filing import check_files, filing_bureaus
from api.actions.window import CLERK, file_visit
from api.deps import (
    LanguageDep,
    NowDep,
    PersonDep,
    ReadingDep,
    RuntimeDep,
    SessionDep,
    read_briefly,
)
from api.errors import ApiError, status_of
from api.i18n import error_text
from api.language import Language
from api.pages.fault_links import fault_links
from api.pages.filing_drafts import offered_drafts, typed_before
from api.pages.filing_form import (
    GROUPS,
    SOURCE,
    Typed,
    as_body,
    as_duplicate_query,
    faults_of,
    read_form,
)
from api.pages.render import render
from api.queries.duplicates import duplicates_of
from api.queries.filing_options import filing_options
from api.shapes.common import Code, shanghai
from api.shapes.filing import Duplicates, Filed, NewPetitionIn
from api.shapes.filing_draft import DraftRow
from law.errors import LawError
from records.errors import RecordsError
from records.filing_drafts import drop_draft
from records.people import Person
from records.petitions import find_by_source

router = APIRouter(include_in_schema=False, prefix="/petitions/new")
TEMPLATE = "new_petition.html"


@dataclass
class Said:
    """What the page says beside what was typed."""

    fault: str = ""
    faults: dict[str, str] = field(default_factory=dict)
    duplicates: Duplicates | None = None
    must_confirm: bool = False
    drafts: list[DraftRow] = field(default_factory=list)


async def get_typed(request: Request) -> Typed:
    """The fields as typed, to be shown again when something is wrong."""
    return read_form(await request.form())


TypedDep = Annotated[Typed, Depends(get_typed)]


async def get_duplicates(
    runtime: RuntimeDep, person: PersonDep, typed: TypedDep
) -> Duplicates | None:
    """Petitions like this one, looked up before the transaction of the route begins.

    None when the clerk has seen them, and for a form that comes a second time.
    """
    asked = None if typed.get("confirmed") or typed.get("add") else as_duplicate_query(typed)
    if asked is None or not filing_bureaus(person):
        return None

    def look(session: Session) -> Duplicates | None:
        if find_by_source(session, SOURCE, typed.get("source_id")):
            return None
        return duplicates_of(session, person, asked)

    return await read_briefly(runtime, look)


DuplicatesDep = Annotated[Duplicates | None, Depends(get_duplicates)]


@router.get("")
def new_petition_page(
    request: Request,
    person: PersonDep,
    session: ReadingDep,
    language: LanguageDep,
    now: NowDep,
    draft: Code = "",
) -> Response:
    """An empty form, or one of the person's drafts."""
    check_files(person)
    today = shanghai(now).date()
    said = Said()
    if draft:
        typed = typed_before(session, person, draft)
    else:
        typed = empty_form(today)
        said.drafts = offered_drafts(session, person)
    return _page(request, session, person, language, today, typed, said)


def empty_form(today: date) -> Typed:
    """What the form of filing begins with."""
    return Typed(
        {
            "form": "visit",
            "received_on": today.isoformat(),
            "people": "1",
            "source_id": str(uuid4()),
        }
    )


@router.post("/duplicates")
def duplicates_asked(
    request: Request, person: PersonDep, typed: TypedDep, found: DuplicatesDep
) -> Response:
    """The list of duplicates alone, for the page that asks without leaving."""
    check_files(person)
    shown = found or Duplicates(candidates=[], hidden=0)
    return render(request, "_duplicates.html", duplicates=shown, must_confirm=False)


@router.post("")
def new_petition_submitted(
    request: Request,
    typed: TypedDep,
    found: DuplicatesDep,
    person: PersonDep,
    session: SessionDep,
    language: LanguageDep,
    now: NowDep,
) -> Response:
    """File it; what was typed stays when something is wrong or duplicates must be looked at."""
    check_files(person)
    said = Said()
    today = shanghai(now).date()
    if typed.get("add") in GROUPS or typed.get("check"):
        # Buttons of the page without scripts.
        said.duplicates = found if typed.get("check") else None
        return _page(request, session, person, language, today, typed, said)
    filed, status = try_to_file(session, person, typed, found, said, language=language, now=now)
    if filed:
        is_window = person.has(CLERK) and bool(typed.get("visitor"))
        onward = f"/window/receipts/{filed.number}" if is_window else f"/petitions/{filed.number}"
        return RedirectResponse(f"{onward}?done=filed", status_code=303)
    return _page(request, session, person, language, today, typed, said, status)


def try_to_file(
    session: Session,
    person: Person,
    typed: Typed,
    found: Duplicates | None,
    said: Said,
    *,
    language: Language,
    now: datetime,
) -> tuple[Filed | None, int]:
    """File what was typed: its draft goes, and the visit it belongs to ends.

    Else nothing is changed: `said` is told what stands against it, with the status to answer.
    """
    status = 422
    try:
        given = NewPetitionIn.model_validate(as_body(typed))
        if found and (found.candidates or found.hidden):
            said.duplicates, said.must_confirm = found, True
            return None, 409
        with session.begin_nested():
            filed, _ = file_visit(session, person, given, typed.get("visitor") or None, now=now)
            drop_draft(session, person.id, typed.get("source_id"))
    except ValidationError as error:
        said.faults = faults_of(error, language)
    except (ApiError, RecordsError, LawError) as error:
        status = status_of(error)
        key = getattr(error, "field", None)
        if key in NewPetitionIn.model_fields:
            said.faults = {key: error_text(language, error)}
        else:
            said.fault = error_text(language, error)
    else:
        return filed, 303
    return None, status


def _page(
    request: Request,
    session: Session,
    person: Person,
    language: Language,
    today: date,
    typed: Typed,
    said: Said,
    status: int = 200,
) -> Response:
    added = typed.get("add")
    rows = {name: list(typed.rows[name]) for name in GROUPS}
    for name in GROUPS:
        if name == added or (name == "claims" and not rows[name]):
            rows[name].append({})
    return render(
        request,
        TEMPLATE,
        status,
        typed=typed,
        rows=rows,
        added=added,
        fault=said.fault,
        faults=said.faults,
        fault_links=fault_links(said.faults, language),
        drafts=said.drafts,
        focus_first=status == 200 and not said.drafts and not added,
        duplicates=said.duplicates,
        must_confirm=said.must_confirm,
        options=filing_options(session, person, today, language),
    )
