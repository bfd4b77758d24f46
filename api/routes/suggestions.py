"""Figures of suggestions (article 29)."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query

from api.deps import NowDep, PersonDep, ReadingDep
from api.queries.suggestions import suggestion_figures
from api.routes.responses import errors
from api.shapes.common import shanghai
from api.shapes.suggestion import SuggestionFigures

router = APIRouter(prefix="/api/suggestions", tags=["suggestions"])


@router.get("/figures", responses=errors(401, 403, 422))
def get_figures(
    person: PersonDep,
    session: ReadingDep,
    now: NowDep,
    since: Annotated[date | None, Query(description="first day; default: 1 January")] = None,
    until: Annotated[date | None, Query(description="last day; default: today")] = None,
) -> SuggestionFigures:
    """How many suggestions each unit adopted, adopted in part, did not adopt, or rewarded."""
    return suggestion_figures(session, person, shanghai(now).date(), since, until)
