"""Forms of filing that are being filled in: kept as typed, for the one who types, until filed."""

from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlmodel import Session, col, select

from records.errors import RecordsError
from records.models import FilingDraft
from records.petitions import find_by_source

# The form of the window names its petitions so (api.pages.filing_form.SOURCE).
SOURCE = "window"
KEPT_DAYS = 30
MOST_KEPT = 20


class FilingDraftNotFound(RecordsError):
    """There is no such draft among yours. It may have been filed: look at the petitions."""


class DraftFiled(RecordsError):
    """This form has been filed already. Start with an empty one."""


def save_draft(
    session: Session, user_id: str, draft_id: str, fields: list[list[str]], *, now: datetime
) -> FilingDraft:
    """Keep what is typed now, in place of what was kept before. Old drafts of the person go.

    Raises FilingDraftNotFound when the draft is somebody else's; DraftFiled once it is a petition,
    for what was typed last may come after the form itself.
    """
    known = session.get(FilingDraft, draft_id)
    if known is not None and known.user_id != user_id:
        raise FilingDraftNotFound
    if find_by_source(session, SOURCE, draft_id):
        raise DraftFiled
    draft = known or FilingDraft(id=draft_id, user_id=user_id, fields=[], saved_at=now)
    draft.fields, draft.saved_at = fields, now
    session.add(draft)
    session.flush()
    old = [one.id for one in drafts_of(session, user_id)[MOST_KEPT:]]
    session.execute(
        delete(FilingDraft).where(
            col(FilingDraft.user_id) == user_id,
            col(FilingDraft.id).in_(old)
            | (col(FilingDraft.saved_at) < now - timedelta(days=KEPT_DAYS)),
        )
    )
    return draft


def drafts_of(session: Session, user_id: str) -> list[FilingDraft]:
    """The person's drafts, the one saved last first."""
    query = select(FilingDraft).where(FilingDraft.user_id == user_id)
    newest_first = (col(FilingDraft.saved_at).desc(), col(FilingDraft.id))
    return list(session.exec(query.order_by(*newest_first)))


def get_draft(session: Session, user_id: str, draft_id: str) -> FilingDraft:
    """The draft, if it is the person's own. Raises FilingDraftNotFound."""
    draft = session.get(FilingDraft, draft_id)
    if draft is None or draft.user_id != user_id:
        raise FilingDraftNotFound
    return draft


def drop_draft(session: Session, user_id: str, draft_id: str) -> None:
    """The draft goes, if there is one and it is the person's own."""
    session.execute(
        delete(FilingDraft).where(
            col(FilingDraft.id) == draft_id, col(FilingDraft.user_id) == user_id
        )
    )
