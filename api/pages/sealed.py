"""The pages of the sealed desk."""

from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response

from api.deps import LanguageDep, PersonDep, ReadingDep
from api.pages.render import render
from api.queries.sealed import looks_of, sealed_cases
from api.routes.params import Cursor
from api.routes.petitions import NumberInPath
from api.routes.sealed import check_sealed_desk

router = APIRouter(include_in_schema=False, prefix="/sealed")
ROWS = 25


@router.get("")
def sealed_page(
    request: Request, person: PersonDep, session: ReadingDep, cursor: Cursor = None
) -> Response:
    """Reports and accusations of the desk."""
    check_sealed_desk(person)
    page = sealed_cases(session, person, limit=ROWS, cursor=cursor)
    following = f"/sealed?{urlencode({'cursor': page.next})}" if page.next else None
    return render(request, "sealed.html", cases=page.cases, following=following)


@router.get("/{number}/looks")
def looks_page(
    request: Request,
    number: NumberInPath,
    person: PersonDep,
    session: ReadingDep,
    language: LanguageDep,
) -> Response:
    """Who looked at a case."""
    check_sealed_desk(person)
    found = looks_of(session, person, number, language)
    return render(request, "sealed_looks.html", number=number, looks=found.looks)
