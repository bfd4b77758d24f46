"""A person's own drafts of filing."""

from sqlmodel import Session

from api.shapes.filing_draft import DraftOut, DraftRow
from records.filing_drafts import drafts_of, get_draft
from records.models import FilingDraft
from records.people import Person


def draft_rows(session: Session, person: Person) -> list[DraftRow]:
    """The person's drafts, the one saved last first."""
    return [_row(one) for one in drafts_of(session, person.id)]


def draft_view(session: Session, person: Person, draft_id: str) -> DraftOut:
    """One of them with everything typed. Raises FilingDraftNotFound."""
    draft = get_draft(session, person.id, draft_id)
    return DraftOut(**_row(draft).model_dump(), fields=draft.fields)


def _row(draft: FilingDraft) -> DraftRow:
    typed = dict[str, str](draft.fields)
    return DraftRow(
        id=draft.id,
        petitioner_name=typed.get("petitioner_name", "").strip(),
        subject=(typed.get("subject") or typed.get("text") or "").strip()[:60],
        saved_at=draft.saved_at,
    )
