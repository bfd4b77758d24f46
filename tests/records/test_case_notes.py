"""Notes of the office: edited by their author alone, with everything they said before."""

from datetime import timedelta

import pytest
from sqlmodel import Session, col, select

from records.case_file.errors import NoteChanged, NotYourNote
from records.case_file.notes import earlier_editions, edit_note, notes_of, write_note
from records.database import Database
from records.models import AuditEntry, CaseNote, Petition
from records.models.case_file import Part
from records.petitions import file_petition
from tests.records.cases import A_PETITION, NOON

FIRST, SECOND, THIRD = "来电称已搬家", "来电称已搬家，新址待核", "新址已核"


@pytest.fixture
def petition(database: Database) -> Petition:
    with database.transaction() as session:
        return file_petition(session, A_PETITION, filed_by="clerk", now=NOON)


def write(session: Session, petition: Petition) -> CaseNote:
    return write_note(session, petition, FIRST, part=Part.whole, author_id="clerk", now=NOON)


def test_an_edited_note_keeps_every_edition(database: Database, petition: Petition) -> None:
    with database.transaction() as session:
        note = write(session, petition)
        for hours, text in ((1, SECOND), (2, THIRD)):
            edit_note(
                session,
                note,
                text,
                edition=hours,
                editor_id="clerk",
                now=NOON + timedelta(hours=hours),
            )
    with database.reading() as session:
        [kept] = notes_of(session, petition.id)
        before = earlier_editions(session, [kept.id])
    assert (kept.text, kept.edition, kept.written_at) == (THIRD, 3, NOON)
    assert [(one.edition, one.text) for one in before] == [(2, SECOND), (1, FIRST)]
    assert [one.written_at for one in before] == [NOON + timedelta(hours=1), NOON]


def test_nobody_else_edits_it(database: Database, petition: Petition) -> None:
    with database.transaction() as session:
        note = write(session, petition)
        with pytest.raises(NotYourNote):
            edit_note(session, note, SECOND, edition=1, editor_id="classifier", now=NOON)
    assert note.text == FIRST


def test_who_read_an_earlier_edition_overwrites_nothing(
    database: Database, petition: Petition
) -> None:
    with database.transaction() as session:
        note = write(session, petition)
        edit_note(session, note, SECOND, edition=1, editor_id="clerk", now=NOON)
        with pytest.raises(NoteChanged):
            edit_note(session, note, THIRD, edition=1, editor_id="clerk", now=NOON)
    assert (note.text, note.edition) == (SECOND, 2)


def test_the_same_words_are_no_edition(database: Database, petition: Petition) -> None:
    with database.transaction() as session:
        note = write(session, petition)
        edit_note(session, note, FIRST, edition=1, editor_id="clerk", now=NOON)
    assert (note.edition, note.edited_at) == (1, None)


def test_the_trail_has_no_word_of_it(database: Database, petition: Petition) -> None:
    with database.transaction() as session:
        note = write(session, petition)
        edit_note(session, note, SECOND, edition=1, editor_id="clerk", now=NOON)
    with database.reading() as session:
        acts = session.exec(select(AuditEntry).order_by(col(AuditEntry.id))).all()
    assert [act.action for act in acts] == ["file_petition", "write_note", "edit_note"]
    assert not any("搬家" in str(act.detail) for act in acts)
