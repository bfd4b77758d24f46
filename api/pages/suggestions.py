"""The page of suggestions: what became of them, unit by unit."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.deps import NowDep, PersonDep, ReadingDep
from api.pages.render import render
from api.queries.suggestions import suggestion_figures
from api.shapes.common import shanghai

router = APIRouter(include_in_schema=False)


@router.get("/suggestions")
def suggestions_page(
    request: Request,
    person: PersonDep,
    session: ReadingDep,
    now: NowDep,
    since: Annotated[date | None, Query()] = None,
    until: Annotated[date | None, Query()] = None,
) -> Response:
    """Figures of this year, or of the days asked for."""
    figures = suggestion_figures(session, person, shanghai(now).date(), since, until)
    return render(request, "suggestions.html", figures=figures)
