"""Drafts of filing, kept on the server as typed; everybody's own only."""

from typing import Annotated

from fastapi import APIRouter, Path

from api.actions.filing import filing_bureaus
from api.deps import NowDep, PersonDep, ReadingDep, SessionDep
from api.errors import NotFound
from api.queries.filing_drafts import draft_rows, draft_view
from api.routes.responses import errors
from api.shapes.common import Code
from api.shapes.filing_draft import DraftIn, DraftOut, DraftRow
from records.filing_drafts import drop_draft, save_draft
from records.people import Person

router = APIRouter(prefix="/api/filing-drafts", tags=["filing drafts"])
DraftInPath = Annotated[
    Code, Path(min_length=8, max_length=100, description="source id of the form")
]


@router.get("", responses=errors(401, 404))
def get_drafts(person: PersonDep, session: ReadingDep) -> list[DraftRow]:
    """Your drafts, the one saved last first."""
    check_files(person)
    return draft_rows(session, person)


@router.get("/{draft_id}", responses=errors(401, 404))
def get_draft(draft_id: DraftInPath, person: PersonDep, session: ReadingDep) -> DraftOut:
    """One of your drafts with everything typed."""
    check_files(person)
    return draft_view(session, person, draft_id)


@router.put("/{draft_id}", responses=errors(400, 401, 404, 409, 413, 422))
def put_draft(
    draft_id: DraftInPath, given: DraftIn, person: PersonDep, session: SessionDep, now: NowDep
) -> DraftRow:
    """Keep what is typed now. A form that was filed is refused: its draft is gone for good."""
    check_files(person)
    save_draft(session, person.id, draft_id, [list(one) for one in given.fields], now=now)
    return draft_view(session, person, draft_id)


@router.delete("/{draft_id}", status_code=204, responses=errors(401, 404))
def delete_draft(draft_id: DraftInPath, person: PersonDep, session: SessionDep) -> None:
    """Throw one of your drafts away."""
    check_files(person)
    draft_view(session, person, draft_id)
    drop_draft(session, person.id, draft_id)


def check_files(person: Person) -> None:
    """Raises NotFound for who files nothing."""
    if not filing_bureaus(person):
        raise NotFound
