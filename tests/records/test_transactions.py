"""What a transaction keeps, what reading leaves behind, who may write what, and who waits."""

import time
from datetime import UTC
from pathlib import Path
from threading import Event, Thread

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError, StatementError

import journal.tables
from records.database import Database, open_database
from records.migrate import migrate
from records.models import AuditEntry, Unit
from records.types import NaiveMoment
from settings import Settings
from tests.records.cases import BUREAU, NOON, all_rows, count


class Slip(Exception):
    """Raised on purpose."""


def an_act(action: str = "look") -> AuditEntry:
    return AuditEntry(at=NOON, actor="somebody", action=action, detail={})


def test_a_transaction_commits_when_its_block_ends(database: Database) -> None:
    with database.transaction() as session:
        session.add(an_act())
    assert count(database, AuditEntry) == 1


def test_a_transaction_that_raises_leaves_nothing(database: Database) -> None:
    def fail() -> None:
        with database.transaction() as session:
            session.add(an_act())
            session.flush()
            raise Slip

    with pytest.raises(Slip):
        fail()
    assert count(database, AuditEntry) == 0


def test_what_is_written_while_reading_is_not_kept(database: Database) -> None:
    with database.reading() as session:
        session.add(an_act())
        session.flush()
    assert count(database, AuditEntry) == 0


def test_what_was_read_stays_usable_afterwards(database: Database) -> None:
    with database.reading() as session:
        unit = session.get_one(Unit, BUREAU)
    assert unit.name == "示范市信访局"


def test_moments_come_back_as_the_same_instant(database: Database) -> None:
    with database.transaction() as session:
        session.add(an_act())
    (act,) = all_rows(database, AuditEntry)
    assert act.at == NOON
    assert act.at.tzinfo is UTC


def test_a_moment_without_a_zone_is_not_stored(database: Database) -> None:
    def write_it() -> None:
        with database.transaction() as session:
            naive = NOON.replace(tzinfo=None)
            session.add(AuditEntry(at=naive, actor="somebody", action="look", detail={}))

    with pytest.raises(StatementError) as raised:
        write_it()
    assert isinstance(raised.value.orig, NaiveMoment)
    assert count(database, AuditEntry) == 0


def test_who_writes_records_cannot_write_the_journal(sqlite: Database) -> None:
    mark = journal.tables.high_water.insert().values(partition_id=1, position=1, record_time=1)

    def write_it() -> None:
        with sqlite.transaction() as session:
            session.execute(mark)

    with pytest.raises(OperationalError, match="readonly"):
        write_it()


def test_who_writes_the_journal_sees_no_records(sqlite_settings: Settings) -> None:
    receiver = open_database(sqlite_settings, writes="journal")
    mark = journal.tables.high_water.insert().values(partition_id=1, position=1, record_time=1)
    with receiver.transaction() as session:
        session.execute(mark)
        assert session.execute(text("SELECT count(*) FROM main.sqlite_master")).scalar() == 0
    receiver.close()


def test_a_journal_being_written_does_not_hold_up_records(
    sqlite: Database, sqlite_settings: Settings
) -> None:
    receiver = open_database(sqlite_settings, writes="journal")
    with receiver.transaction():
        began = time.monotonic()
        with sqlite.transaction() as session:
            session.add(an_act())
        assert time.monotonic() - began < 5
    receiver.close()


def test_the_write_lock_is_taken_before_the_first_statement(sqlite: Database) -> None:
    entered, may_end, order = Event(), Event(), list[str]()

    def first() -> None:
        with sqlite.transaction():
            entered.set()
            may_end.wait(10)
            order.append("first ends")

    def second() -> None:
        with sqlite.transaction():
            order.append("second begins")

    holder, waiter = Thread(target=first), Thread(target=second)
    holder.start()
    assert entered.wait(10)
    waiter.start()
    waiter.join(0.3)
    assert (waiter.is_alive(), order) == (True, [])
    may_end.set()
    holder.join(10)
    waiter.join(10)
    assert order == ["first ends", "second begins"]


def test_reading_waits_for_nobody(database: Database) -> None:
    with database.transaction() as writing:
        writing.add(an_act())
        writing.flush()
        assert count(database, AuditEntry) == 0


@pytest.mark.parametrize("name", ["100% #1?", "带 空格&mode=ro", "%41"])
def test_a_data_directory_may_have_any_name(tmp_path: Path, name: str) -> None:
    settings = Settings(data_dir=tmp_path / name, database_url=None)
    both = open_database(settings, writes="both")
    migrate(both)
    both.close()
    assert {file.name for file in tmp_path.rglob("*.db")} == {"records.db", "journal.db"}
    assert (tmp_path / name / "journal.db").is_file()
    opened = open_database(settings)
    assert count(opened, Unit) == 0
    opened.close()


def test_a_relative_data_directory_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    both = open_database(Settings(data_dir=Path("here"), database_url=None), writes="both")
    migrate(both)
    both.close()
    assert (tmp_path / "here" / "journal.db").is_file()
