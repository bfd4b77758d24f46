"""What was printed first is kept; a print made at the same time gives way to it."""

from hashlib import sha256

from records.database import Database
from records.models import DocumentRendition
from records.renditions import find_rendition, keep_rendition
from tests.records.cases import NOON, all_rows, at_once
from tests.records.test_documents import issue


def keep(database: Database, document_id: str, content: bytes) -> bytes:
    with database.transaction() as session:
        return keep_rendition(
            session, document_id, content=content, pages=2, renderer="typst 0, layout 0", now=NOON
        ).content


def test_a_print_is_kept_with_its_hash_pages_and_maker(
    database: Database, petition_id: str
) -> None:
    document_id = issue(database, petition_id).id

    keep(database, document_id, b"%PDF \x00\xff")

    with database.reading() as session:
        kept = find_rendition(session, document_id)
        assert find_rendition(session, "no-such") is None
    assert kept is not None
    assert kept.content == b"%PDF \x00\xff"
    assert kept.sha256 == sha256(kept.content).hexdigest()
    assert (kept.pages, kept.renderer, kept.made_at) == (2, "typst 0, layout 0", NOON)


def test_the_first_print_stays(database: Database, petition_id: str) -> None:
    document_id = issue(database, petition_id).id

    assert keep(database, document_id, b"first") == b"first"
    assert keep(database, document_id, b"second") == b"first"


def test_prints_made_at_once_end_as_one(database: Database, petition_id: str) -> None:
    document_id = issue(database, petition_id).id

    given = at_once(4, lambda number: keep(database, document_id, b"%d" % number))

    (kept,) = all_rows(database, DocumentRendition)
    assert set(given) == {kept.content}
