"""The list of petitions."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request, Response

from api.deps import NowDep, PersonDep, ReadingDep
from api.pages.render import render
from api.queries.petitions import PetitionFilter, petition_page
from api.routes.params import Cursor
from api.shapes.common import Search, shanghai

router = APIRouter(include_in_schema=False)
ROWS = 25


@router.get("/petitions")
def petitions_page(
    request: Request,
    person: PersonDep,
    session: ReadingDep,
    now: NowDep,
    q: Annotated[Search | None, Query()] = None,
    state: Annotated[str, Query(pattern="^(|open|closed)$")] = "",
    cursor: Cursor = None,
) -> Response:
    """Petitions the person may see."""
    is_open = {"open": True, "closed": False}.get(state)
    wanted = PetitionFilter(q=q or None, is_open=is_open)
    page = petition_page(session, person, wanted, limit=ROWS, cursor=cursor)
    query = {"q": q or "", "state": state, "cursor": page.next}
    following = f"/petitions?{urlencode(query)}" if page.next else None
    is_more = "hx-request" in request.headers and cursor is not None
    return render(
        request,
        "_petition_rows.html" if is_more else "petitions.html",
        petitions=page.petitions,
        following=following,
        today=shanghai(now).date(),
        q=q or "",
        state=state,
    )
