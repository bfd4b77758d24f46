"""Attachments: kept under their hash outside the database, removed only by their bringer today."""

from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from sqlmodel import Session, select

from law.instants import SHANGHAI
from records.case_file.attachments import keep_attachment, plain_name, remove_attachment
from records.case_file.errors import AttachmentStays
from records.case_file.kinds import KINDS
from records.case_file.store import AttachmentStore
from records.database import Database
from records.models import Attachment, AuditEntry, Petition
from records.models.case_file import Part, ScanResult
from records.petitions import file_petition
from tests.records.cases import A_PETITION, NOON

CONTENT = b"%PDF-1.7 a letter"


@pytest.fixture
def petition(database: Database) -> Petition:
    with database.transaction() as session:
        return file_petition(session, A_PETITION, filed_by="clerk", now=NOON)


@pytest.fixture
def store(tmp_path: Path) -> AttachmentStore:
    return AttachmentStore(tmp_path / "files")


def keep(session: Session, petition: Petition, store: AttachmentStore) -> Attachment:
    return keep_attachment(
        session,
        petition,
        name="信.pdf",
        kind=KINDS["pdf"],
        content=CONTENT,
        scan=ScanResult.not_scanned,
        store=store,
        part=Part.whole,
        uploaded_by="clerk",
        now=NOON,
    )


def test_the_bytes_lie_under_their_hash(
    database: Database, petition: Petition, store: AttachmentStore
) -> None:
    with database.transaction() as session:
        kept = keep(session, petition, store)
    assert kept.sha256 == sha256(CONTENT).hexdigest()
    assert kept.sha256 in store.path(kept).name
    assert store.read(kept) == CONTENT


def test_bytes_that_were_changed_on_the_disk_are_not_given_out(
    database: Database, petition: Petition, store: AttachmentStore
) -> None:
    with database.transaction() as session:
        kept = keep(session, petition, store)
    store.path(kept).write_bytes(b"%PDF-1.7 another")
    with pytest.raises(ValueError, match="not those"):
        store.read(kept)


def test_a_removal_leaves_the_row_and_takes_the_bytes(
    database: Database, petition: Petition, store: AttachmentStore
) -> None:
    with database.transaction() as session:
        kept, twin = keep(session, petition, store), keep(session, petition, store)
    with database.transaction() as session:
        own = session.get_one(Attachment, kept.id)
        remove_attachment(session, own, store=store, removed_by="clerk", now=NOON)
        assert store.path(kept).exists()  # until it is committed
    assert not store.path(kept).exists()
    assert store.read(twin) == CONTENT
    with database.reading() as session:
        row = session.get_one(Attachment, kept.id)
        acts = session.exec(select(AuditEntry).where(AuditEntry.action == "remove_attachment"))
        [trace] = acts.all()
    assert (row.removed_at, row.sha256) == (NOON, kept.sha256)
    assert (trace.actor, trace.detail["attachment"]) == ("clerk", kept.id)


def test_a_removal_that_is_rolled_back_takes_nothing(
    database: Database, petition: Petition, store: AttachmentStore
) -> None:
    with database.transaction() as session:
        kept = keep(session, petition, store)
    with Session(database.engine) as session:
        own = session.get_one(Attachment, kept.id)
        remove_attachment(session, own, store=store, removed_by="clerk", now=NOON)
        session.rollback()
    assert store.read(kept) == CONTENT


@pytest.mark.parametrize(
    ("who", "when"),
    [
        ("classifier", NOON),
        ("clerk", NOON + timedelta(days=1)),
        # Half past midnight in Shanghai: the next day there, the same in UTC.
        (
            "clerk",
            datetime(NOON.year, NOON.month, NOON.day, 0, 30, tzinfo=SHANGHAI) + timedelta(days=1),
        ),
    ],
)
def test_others_and_later_days_remove_nothing(
    database: Database, petition: Petition, store: AttachmentStore, who: str, when: datetime
) -> None:
    with database.transaction() as session:
        kept = keep(session, petition, store)
        with pytest.raises(AttachmentStays):
            remove_attachment(session, kept, store=store, removed_by=who, now=when)
    assert store.read(kept) == CONTENT


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("信.pdf", "信.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\桌面\\证据.jpg", "证据.jpg"),
        ('a"\r\nX: y.pdf', "aX y.pdf"),
        ("", "file"),
        ("...", "file"),
        ("长" * 300 + ".pdf", "长" * 196 + ".pdf"),
    ],
)
def test_names_lead_nowhere(given: str, kept: str) -> None:
    assert plain_name(given) == kept
