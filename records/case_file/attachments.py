"""Attachments of a case: put on file, listed, and removed by their bringer on the same day."""

from datetime import datetime
from hashlib import sha256

from sqlmodel import Session, col, select

from law.instants import SHANGHAI
from records import audit
from records.case_file.errors import AttachmentStays
from records.case_file.kinds import Kind
from records.case_file.store import AttachmentStore
from records.models import Attachment, Petition
from records.models.case_file import Part, ScanResult

NAME_LENGTH = 200


def keep_attachment(
    session: Session,
    petition: Petition,
    *,
    name: str,
    kind: Kind,
    content: bytes,
    scan: ScanResult,
    store: AttachmentStore,
    part: Part,
    uploaded_by: str,
    now: datetime,
) -> Attachment:
    """Put a file on record, its bytes into the store. The trail has id and hash, no name."""
    attachment = Attachment(
        petition_id=petition.id,
        part=part,
        name=plain_name(name),
        kind=kind.code,
        size=len(content),
        sha256=sha256(content).hexdigest(),
        scan=scan,
        uploaded_by=uploaded_by,
        uploaded_at=now,
    )
    session.add(attachment)
    session.flush()
    store.keep(attachment, content)
    _record(session, attachment, "upload_attachment", now)
    return attachment


def remove_attachment(
    session: Session,
    attachment: Attachment,
    *,
    store: AttachmentStore,
    removed_by: str,
    now: datetime,
) -> None:
    """Take an attachment away; that it was there, and its hash, stay. Raises AttachmentStays."""
    if not may_remove(attachment, removed_by, now):
        raise AttachmentStays
    attachment.removed_at = now
    session.add(attachment)
    _record(session, attachment, "remove_attachment", now)
    store.drop(session, attachment)


def may_remove(attachment: Attachment, person_id: str, now: datetime) -> bool:
    """Whether the person uploaded it, today (Asia/Shanghai)."""
    days = {one.astimezone(SHANGHAI).date() for one in (attachment.uploaded_at, now)}
    is_own = attachment.uploaded_by == person_id
    return is_own and attachment.removed_at is None and len(days) == 1


def attachments_of(session: Session, petition_id: str) -> list[Attachment]:
    """The attachments of a case, removed ones too, newest first."""
    return list(
        session.exec(
            select(Attachment)
            .where(Attachment.petition_id == petition_id)
            .order_by(col(Attachment.uploaded_at).desc(), col(Attachment.id))
        )
    )


def plain_name(name: str) -> str:
    """The name of a file without folders and without what no name has; "file" for none."""
    last = name.replace("\\", "/").rpartition("/")[2]
    shown = "".join(c for c in last if c.isprintable() and c not in '"<>|:*?').strip(" .")
    stem, dot, ending = shown.rpartition(".")
    if dot and len(ending) <= 10:
        return f"{stem[: NAME_LENGTH - len(ending) - 1]}.{ending}"
    return shown[:NAME_LENGTH] or "file"


def _record(session: Session, attachment: Attachment, action: str, now: datetime) -> None:
    audit.record(
        session,
        now=now,
        actor=attachment.uploaded_by,
        action=action,
        petition_id=attachment.petition_id,
        part=attachment.part.value,
        attachment=attachment.id,
        sha256=attachment.sha256,
    )
