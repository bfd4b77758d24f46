"""Notes and attachments: who may, then what the records do. Each raises RoleMissing first."""

from datetime import datetime

from sqlmodel import Session
from starlette.concurrency import run_in_threadpool

from api.actions.case_file_rules import may_add
from api.deps import Runtime, read_briefly, write_briefly
from api.errors import RoleMissing
from api.language import Language
from api.queries.case_attachments import attachment_view, visible_attachment
from api.queries.case_notes import visible_note
from api.queries.case_parts import part_of
from api.queries.reader import reader_of
from api.queries.visibility import visible_petition
from api.shapes.case_file import AttachmentOut
from api.shapes.common import shanghai
from records.case_file.attachments import keep_attachment, remove_attachment
from records.case_file.errors import AttachmentEmpty, AttachmentTooLarge, KindNotTaken
from records.case_file.kinds import kind_of
from records.case_file.notes import edit_note, write_note
from records.case_file.store import AttachmentStore
from records.models import CaseNote, Petition
from records.people import Person


def add_note(
    session: Session, person: Person, petition: Petition, text: str, *, now: datetime
) -> CaseNote:
    """Put a note on file."""
    check_may_add(session, person, petition)
    part = part_of(session, person, petition)
    return write_note(session, petition, text, part=part, author_id=person.id, now=now)


def change_note(
    session: Session,
    person: Person,
    petition: Petition,
    note_id: str,
    text: str,
    *,
    edition: int,
    now: datetime,
) -> CaseNote:
    """Its author says it otherwise, while they work on the case.

    Raises NoteNotFound, RoleMissing, NotYourNote, NoteChanged.
    """
    reader = reader_of(session, person, petition, "zh", shanghai(now).date())
    note = visible_note(session, reader, note_id)
    check_may_add(session, person, petition)
    return edit_note(session, note, text, edition=edition, editor_id=person.id, now=now)


async def add_attachment(
    runtime: Runtime, person: Person, number: str, name: str, content: bytes, language: Language
) -> AttachmentOut:
    """Take a file: its kind told by its content, looked at by the scanner, then kept.

    The scanner may take its time: nobody waits for the database meanwhile. Raises AttachmentEmpty,
    AttachmentTooLarge, KindNotTaken, VirusFound, ScannerSilent.
    """

    def check(session: Session) -> None:
        check_may_add(session, person, visible_petition(session, person, number))

    await read_briefly(runtime, check)
    if not content:
        raise AttachmentEmpty
    if len(content) > runtime.settings.attachment_max_bytes:
        raise AttachmentTooLarge
    kind = await run_in_threadpool(kind_of, content)
    if kind is None or kind not in runtime.attachment_kinds:
        raise KindNotTaken
    scan = await run_in_threadpool(runtime.scanner.scan, content)
    now = runtime.clock.now()

    def keep(session: Session) -> AttachmentOut:
        petition = visible_petition(session, person, number)
        check_may_add(session, person, petition)
        kept = keep_attachment(
            session,
            petition,
            name=name,
            kind=kind,
            content=content,
            scan=scan,
            store=runtime.store,
            part=part_of(session, person, petition),
            uploaded_by=person.id,
            now=now,
        )
        reader = reader_of(session, person, petition, language, shanghai(now).date())
        return attachment_view(reader, kept, now)

    return await write_briefly(runtime, keep)


def take_attachment_away(
    session: Session,
    person: Person,
    petition: Petition,
    attachment_id: str,
    *,
    store: AttachmentStore,
    now: datetime,
) -> None:
    """Its bringer removes it on the same day. Raises AttachmentNotFound, AttachmentStays."""
    reader = reader_of(session, person, petition, "zh", shanghai(now).date())
    attachment = visible_attachment(session, reader, attachment_id, held=True)
    remove_attachment(session, attachment, store=store, removed_by=person.id, now=now)


def check_may_add(session: Session, person: Person, petition: Petition) -> None:
    """Raises RoleMissing for who does not work on the case."""
    if not may_add(session, person, petition):
        raise RoleMissing
