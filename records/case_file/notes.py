"""Notes of the office on a case: written, edited by their author alone, every edition kept."""

from datetime import datetime

from sqlmodel import Session, col, select

from records import audit
from records.case_file.errors import NoteChanged, NotYourNote
from records.models import CaseNote, CaseNoteEdition, Petition
from records.models.case_file import Part


def write_note(
    session: Session, petition: Petition, text: str, *, part: Part, author_id: str, now: datetime
) -> CaseNote:
    """Put a note on file. The trail has its id, never its words."""
    note = CaseNote(
        petition_id=petition.id, part=part, author_id=author_id, written_at=now, text=text
    )
    session.add(note)
    session.flush()
    _record(session, note, "write_note", now)
    return note


def edit_note(
    session: Session, note: CaseNote, text: str, *, edition: int, editor_id: str, now: datetime
) -> CaseNote:
    """Say it otherwise; what it said stays readable. The same words change nothing.

    `edition` is the one the editor read. Raises NotYourNote, NoteChanged.
    """
    if note.author_id != editor_id:
        raise NotYourNote
    if note.edition != edition:
        raise NoteChanged
    if note.text == text:
        return note
    session.add(
        CaseNoteEdition(
            note_id=note.id,
            edition=note.edition,
            text=note.text,
            written_at=note.edited_at or note.written_at,
        )
    )
    note.edition, note.text, note.edited_at = note.edition + 1, text, now
    session.add(note)
    _record(session, note, "edit_note", now)
    return note


def notes_of(session: Session, petition_id: str) -> list[CaseNote]:
    """The notes of a case, newest first."""
    return list(
        session.exec(
            select(CaseNote)
            .where(CaseNote.petition_id == petition_id)
            .order_by(col(CaseNote.written_at).desc(), col(CaseNote.id))
        )
    )


def earlier_editions(session: Session, note_ids: list[str]) -> list[CaseNoteEdition]:
    """What these notes said before, newest first."""
    return list(
        session.exec(
            select(CaseNoteEdition)
            .where(col(CaseNoteEdition.note_id).in_(note_ids))
            .order_by(col(CaseNoteEdition.edition).desc())
        )
    )


def _record(session: Session, note: CaseNote, action: str, now: datetime) -> None:
    audit.record(
        session,
        now=now,
        actor=note.author_id,
        action=action,
        petition_id=note.petition_id,
        part=note.part.value,
        note=note.id,
        edition=note.edition,
    )
