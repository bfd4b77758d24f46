"""Petitions: file one, look at one, list them."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Response

from api.actions.completion import complete_record
from api.actions.filing import file_at_window, filing_bureaus
from api.deps import LanguageDep, NowDep, PersonDep, ReadingDep, SessionDep
from api.errors import RoleMissing
from api.queries.case import case_view
from api.queries.duplicates import duplicates_of
from api.queries.flow import drawing
from api.queries.petitions import PetitionFilter, petition_page
from api.queries.reader import hidden_from
from api.queries.visibility import visible_petition
from api.routes.params import Cursor, Limit
from api.routes.responses import errors
from api.shapes.case import Case
from api.shapes.common import Code, Search
from api.shapes.completion import Completed, CompletionIn
from api.shapes.filing import DuplicateQuery, Duplicates, Filed, NewPetitionIn
from api.shapes.petition import Flow, PetitionPage

router = APIRouter(prefix="/api/petitions", tags=["petitions"])
NumberInPath = Annotated[Code, Path(description="信访件编号")]


@router.post("", status_code=201, responses=errors(400, 401, 403, 409, 413, 422))
def post_petition(
    given: NewPetitionIn, person: PersonDep, session: SessionDep, now: NowDep, response: Response
) -> Filed:
    """File a petition (window clerk). A `source` that came before answers 200 with the same one."""
    filed, is_new = file_at_window(session, person, given, now=now)
    if not is_new:
        response.status_code = 200
    return filed


@router.post("/duplicates", responses=errors(400, 401, 403, 413, 422))
def post_duplicates(asked: DuplicateQuery, person: PersonDep, session: ReadingDep) -> Duplicates:
    """Petitions on file like the one you are about to file (查重); the same body as for filing.

    By certificate number, phone, name with address, and likeness of the texts. Nothing is changed.
    """
    if not filing_bureaus(person):
        raise RoleMissing
    return duplicates_of(session, person, asked)


@router.get("", responses=errors(401, 422))
def get_petitions(
    person: PersonDep,
    session: ReadingDep,
    q: Annotated[Search | None, Query(description="part of number or subject")] = None,
    unit: Annotated[Code | None, Query(description="handling unit")] = None,
    is_open: Annotated[bool | None, Query(alias="open")] = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> PetitionPage:
    """Petitions you may see, newest receipt first."""
    wanted = PetitionFilter(q=q or None, unit=unit, is_open=is_open)
    return petition_page(session, person, wanted, limit=limit, cursor=cursor)


@router.get("/{number}", responses=errors(401, 404))
def get_petition(
    number: NumberInPath, person: PersonDep, session: ReadingDep, language: LanguageDep, now: NowDep
) -> Case:
    """The whole case: what is next, who must do it, until when and why, and what happened."""
    petition = visible_petition(session, person, number)
    return case_view(session, person, petition, language=language, now=now)


@router.get("/{number}/flow", responses=errors(401, 404))
def get_flow(number: NumberInPath, person: PersonDep, session: ReadingDep) -> Flow:
    """Where the case is in its diagram; `version` tells that it moved, wherever that was."""
    petition = visible_petition(session, person, number)
    return drawing(session, petition, hidden=hidden_from(session, person, petition))


@router.post("/{number}/record", responses=errors(400, 401, 403, 404, 409, 413, 422))
def post_record(
    number: NumberInPath, given: CompletionIn, person: PersonDep, session: SessionDep, now: NowDep
) -> Completed:
    """Complete the registration record (who filed it): what was left out is added, nothing changed.

    The whole is checked as if it were filed now.
    """
    petition = visible_petition(session, person, number)
    return Completed(added=complete_record(session, person, petition, given, now=now))
