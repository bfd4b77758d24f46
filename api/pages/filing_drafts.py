"""Drafts of filing on the page: offered again, opened, thrown away; everybody's own only."""

from fastapi import APIRouter, Response
from fastapi.responses import RedirectResponse
from sqlmodel import Session
from starlette.datastructures import FormData

from api.deps import PersonDep, SessionDep
from api.pages.filing_form import Typed, read_form
from api.queries.filing_drafts import draft_rows, draft_view
from api.routes.filing_drafts import DraftInPath, check_files
from api.shapes.filing_draft import DraftRow
from records.filing_drafts import drop_draft
from records.people import Person

router = APIRouter(include_in_schema=False, prefix="/petitions/new/drafts")
OFFERED = 5


def offered_drafts(session: Session, person: Person) -> list[DraftRow]:
    """The drafts saved last."""
    return draft_rows(session, person)[:OFFERED]


def typed_before(session: Session, person: Person, draft_id: str) -> Typed:
    """The form as it was left. Raises FilingDraftNotFound."""
    fields = draft_view(session, person, draft_id).fields
    return read_form(FormData([(name, value) for name, value in fields]))


@router.post("/{draft_id}/drop")
def draft_dropped(draft_id: DraftInPath, person: PersonDep, session: SessionDep) -> Response:
    """Throw it away."""
    check_files(person)
    draft_view(session, person, draft_id)
    drop_draft(session, person.id, draft_id)
    return RedirectResponse("/petitions/new", status_code=303)
