"""The notes of a case that its reader sees."""

from sqlmodel import Session

from api.queries.case_parts import shows_part
from api.queries.reader import Reader
from api.shapes.case_file import NoteEditionOut, NoteOut
from records.case_file.errors import NoteNotFound
from records.case_file.notes import earlier_editions, notes_of
from records.models import CaseNote


def note_views(reader: Reader) -> list[NoteOut]:
    """The notes, newest first, each with what it said before."""
    notes = [one for one in notes_of(reader.session, reader.petition.id) if _shown(reader, one)]
    editions = earlier_editions(reader.session, [one.id for one in notes])
    reader.actors.load(one.author_id for one in notes)
    return [
        NoteOut(
            **one.model_dump(include={"id", "written_at", "edition", "edited_at", "text"}),
            author=reader.actor(one.author_id),
            earlier=[
                NoteEditionOut(**old.model_dump(include={"edition", "text", "written_at"}))
                for old in editions
                if old.note_id == one.id
            ],
            may_edit=one.author_id == reader.person.id,
        )
        for one in notes
    ]


def visible_note(session: Session, reader: Reader, note_id: str) -> CaseNote:
    """The note with this id, held until the transaction ends. Raises NoteNotFound."""
    note = session.get(CaseNote, note_id, with_for_update=True)
    if note is None or note.petition_id != reader.petition.id or not _shown(reader, note):
        raise NoteNotFound
    return note


def _shown(reader: Reader, note: CaseNote) -> bool:
    return shows_part(reader, note.part)
