"""What the office puts on file: notes and attachments; and persons, one field at a time."""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Path, Query, Response, UploadFile

from api.actions.case_file import (
    add_attachment,
    add_note,
    change_note,
    check_may_add,
    take_attachment_away,
)
from api.actions.case_file_rules import may_add
from api.actions.reveal import reveal
from api.deps import LanguageDep, NowDep, PersonDep, ReadingDep, RuntimeDep, SessionDep
from api.queries.case_attachments import attachment_views, visible_attachment
from api.queries.case_notes import note_views
from api.queries.case_record import persons_view, related_views
from api.queries.reader import Reader, reader_of
from api.queries.visibility import visible_petition
from api.routes.petitions import NumberInPath
from api.routes.responses import errors
from api.shapes.case_file import AttachmentOut, AttachmentsOut, NoteEditIn, NoteIn, NoteOut
from api.shapes.case_people import PersonsOut, RelatedOut, RevealedOut, RevealIn
from api.shapes.common import Code, shanghai
from records.case_file.errors import AttachmentNotFound
from records.case_file.kinds import KINDS

router = APIRouter(
    prefix="/api/petitions/{number}", tags=["case file"], responses=errors(401, 403, 404, 422)
)
CodeInPath = Annotated[Code, Path()]
# A file is never a page of ours: it runs nothing, loads nothing, and only our pages may frame it.
FILE_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'self'"
)


@router.get("/people")
def get_people(
    number: NumberInPath, person: PersonDep, session: ReadingDep, language: LanguageDep, now: NowDep
) -> PersonsOut:
    """Everybody registered with the petition, under the masks that apply to you."""
    petition = visible_petition(session, person, number)
    return persons_view(reader_of(session, person, petition, language, shanghai(now).date()))


@router.post("/people/{who}/reveal")
def post_reveal(
    number: NumberInPath,
    who: CodeInPath,
    given: RevealIn,
    person: PersonDep,
    session: SessionDep,
    now: NowDep,
) -> RevealedOut:
    """Show one field of one person. That you asked is written into the audit trail."""
    petition = visible_petition(session, person, number)
    value = reveal(session, person, petition, who, given.field, now=now)
    return RevealedOut(who=who, field=given.field, value=value)


@router.get("/related")
def get_related(
    number: NumberInPath, person: PersonDep, session: ReadingDep, language: LanguageDep, now: NowDep
) -> list[RelatedOut]:
    """Petitions about the same matter: earlier ones, and those that repeat this one."""
    petition = visible_petition(session, person, number)
    return related_views(reader_of(session, person, petition, language, shanghai(now).date()))


@router.get("/notes")
def get_notes(
    number: NumberInPath, person: PersonDep, session: ReadingDep, language: LanguageDep, now: NowDep
) -> list[NoteOut]:
    """Notes of the office, newest first, each with what it said before."""
    petition = visible_petition(session, person, number)
    return note_views(reader_of(session, person, petition, language, shanghai(now).date()))


@router.post("/notes", status_code=201)
def post_note(
    number: NumberInPath,
    given: NoteIn,
    person: PersonDep,
    session: SessionDep,
    language: LanguageDep,
    now: NowDep,
) -> NoteOut:
    """Write a note (who works on the case). The petitioner never reads it."""
    petition = visible_petition(session, person, number)
    note = add_note(session, person, petition, given.text, now=now)
    reader = reader_of(session, person, petition, language, shanghai(now).date())
    return _note(reader, note.id)


@router.put("/notes/{note_id}", responses=errors(409))
def put_note(
    number: NumberInPath,
    note_id: CodeInPath,
    given: NoteEditIn,
    person: PersonDep,
    session: SessionDep,
    language: LanguageDep,
    now: NowDep,
) -> NoteOut:
    """Edit a note of your own; what it said before stays readable."""
    petition = visible_petition(session, person, number)
    change_note(session, person, petition, note_id, given.text, edition=given.edition, now=now)
    reader = reader_of(session, person, petition, language, shanghai(now).date())
    return _note(reader, note_id)


@router.get("/attachments")
def get_attachments(
    number: NumberInPath,
    person: PersonDep,
    session: ReadingDep,
    runtime: RuntimeDep,
    language: LanguageDep,
    now: NowDep,
) -> AttachmentsOut:
    """Files of the case with their SHA-256; removed ones leave their row."""
    petition = visible_petition(session, person, number)
    reader = reader_of(session, person, petition, language, shanghai(now).date())
    return AttachmentsOut(
        attachments=attachment_views(reader, now),
        kinds=[one.code for one in runtime.attachment_kinds],
        max_bytes=runtime.settings.attachment_max_bytes,
        is_scanned=bool(runtime.settings.virus_scanner),
        may_upload=may_add(session, person, petition),
    )


@router.post("/attachments", status_code=201, responses=errors(400, 413, 503))
async def post_attachment(
    number: NumberInPath,
    file: UploadFile,
    person: PersonDep,
    runtime: RuntimeDep,
    language: LanguageDep,
) -> AttachmentOut:
    """Add a file (who works on the case). What kind it is, its content says."""
    content = await file.read()
    return await add_attachment(runtime, person, number, file.filename or "", content, language)


class FileResponse(Response):
    """The bytes of a file."""

    media_type = "application/octet-stream"


@router.get("/attachments/{attachment_id}", response_class=FileResponse)
def get_attachment(
    number: NumberInPath,
    attachment_id: CodeInPath,
    person: PersonDep,
    session: ReadingDep,
    runtime: RuntimeDep,
    now: NowDep,
    inline: Annotated[bool, Query(description="to be shown, for kinds that can be")] = False,
) -> FileResponse:
    """The bytes as they came, checked against their SHA-256. A download unless `inline`."""
    petition = visible_petition(session, person, number)
    reader = reader_of(session, person, petition, "zh", shanghai(now).date())
    attachment = visible_attachment(session, reader, attachment_id)
    try:
        content = runtime.store.read(attachment)
    except (FileNotFoundError, ValueError):
        raise AttachmentNotFound from None
    kind = KINDS[attachment.kind]
    is_shown = inline and kind.is_shown
    way = "inline" if is_shown else "attachment"
    return FileResponse(
        content,
        media_type=kind.media_type if is_shown else None,
        headers={
            "Content-Disposition": f"{way}; filename*=UTF-8''{quote(attachment.name, safe='')}",
            "Content-Security-Policy": FILE_POLICY if is_shown else f"sandbox; {FILE_POLICY}",
            "X-Content-Type-Options": "nosniff",
            "Cross-Origin-Resource-Policy": "same-origin",
            "X-Content-SHA256": attachment.sha256,
        },
    )


@router.delete("/attachments/{attachment_id}", status_code=204, responses=errors(409))
def delete_attachment(
    number: NumberInPath,
    attachment_id: CodeInPath,
    person: PersonDep,
    session: SessionDep,
    runtime: RuntimeDep,
    now: NowDep,
) -> None:
    """Remove a file you uploaded today; that it was there stays on record."""
    petition = visible_petition(session, person, number)
    check_may_add(session, person, petition)
    take_attachment_away(session, person, petition, attachment_id, store=runtime.store, now=now)


def _note(reader: Reader, note_id: str) -> NoteOut:
    return next(one for one in note_views(reader) if one.id == note_id)
