"""The attachments of a case that its reader sees."""

from datetime import datetime

from sqlmodel import Session

from api.actions.case_file_rules import may_add
from api.queries.case_parts import shows_part
from api.queries.reader import Reader
from api.shapes.case_file import AttachmentOut
from records.case_file.attachments import attachments_of, may_remove
from records.case_file.errors import AttachmentNotFound
from records.case_file.kinds import KINDS
from records.models import Attachment

COLUMNS = {"id", "name", "kind", "size", "sha256", "scan", "uploaded_at", "removed_at"}


def attachment_views(reader: Reader, now: datetime) -> list[AttachmentOut]:
    """The files, newest first; of one that was removed, that it was there."""
    found = [
        one for one in attachments_of(reader.session, reader.petition.id) if _shown(reader, one)
    ]
    reader.actors.load(one.uploaded_by for one in found)
    return [attachment_view(reader, one, now) for one in found]


def attachment_view(reader: Reader, one: Attachment, now: datetime) -> AttachmentOut:
    """One of them."""
    kind, is_there = KINDS.get(one.kind), one.removed_at is None
    link = f"/api/petitions/{reader.petition.number}/attachments/{one.id}" if is_there else None
    return AttachmentOut(
        **one.model_dump(include=COLUMNS),
        uploaded_by=reader.actor(one.uploaded_by),
        link=link,
        preview=f"{link}?inline=true" if link and kind and kind.is_shown else None,
        may_remove=may_remove(one, reader.person.id, now)
        and may_add(reader.session, reader.person, reader.petition),
    )


def visible_attachment(
    session: Session, reader: Reader, attachment_id: str, *, held: bool = False
) -> Attachment:
    """The attachment with this id, which is still there; `held` until the transaction ends.

    Raises AttachmentNotFound.
    """
    one = session.get(Attachment, attachment_id, with_for_update=held or None)
    is_here = one is not None and one.petition_id == reader.petition.id
    if one is None or not is_here or one.removed_at is not None or not _shown(reader, one):
        raise AttachmentNotFound
    return one


def _shown(reader: Reader, one: Attachment) -> bool:
    return shows_part(reader, one.part)
