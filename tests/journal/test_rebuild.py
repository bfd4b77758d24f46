"""Rebuilding from the stored batches: the same rows again, and nobody sees half of it."""

import pytest
from sqlalchemy import delete, update

from benchmarks.sample_stream import SampleStream
from journal import store, tables
from journal.apply import apply_records
from journal.errors import JournalUnavailable
from journal.rebuild import rebuild
from records.database import Database
from tests.journal.databases import apply, everything, rows
from tests.journal.records import Maker, captured, parsed


@pytest.fixture
def filled(any_journal: Database) -> Database:
    """The trials in uneven batches, a second partition between them, one record set aside."""
    trial, other = captured(), SampleStream(partition_id=2).records(300)
    decisions = [record | {"partitionId": 4} for record in captured(trial="decisions")]
    apply(any_journal, *decisions)
    for start in range(0, len(trial), 70):
        apply(any_journal, *trial[start : start + 70])
        apply(any_journal, *other[start : start + 70])
    make = Maker(partition_id=3)
    broken = make.instance(10**15)
    del broken["value"]["version"]
    apply(any_journal, broken)
    return any_journal


def test_every_table_is_as_before(filled: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journal.rebuild.RECORDS_PER_STEP", 130)
    before = everything(filled)
    assert len(before["set_aside"]) == 1
    assert len(before["decision_evaluation"]) == 5
    steps: list[tuple[int, int]] = []
    total = sum(batch["records"] for batch in before["batch"])
    assert rebuild(filled, lambda done, of: steps.append((done, of))) == total
    assert everything(filled) == before
    assert steps[-1] == (total, total)
    assert len(steps) > 3


def test_damage_is_repaired(filled: Database) -> None:
    before = everything(filled)
    with filled.transaction() as session:
        session.execute(delete(tables.user_task))
        session.execute(update(tables.taken_flow).values(times=99))
        session.execute(delete(tables.process))
    rebuild(filled)
    assert everything(filled) == before


def test_record_set_aside_by_an_older_version_is_taken_up(filled: Database) -> None:
    with filled.transaction() as session:
        session.execute(
            tables.set_aside.insert().values(
                partition_id=1,
                position=1,
                value_type="PROCESS_INSTANCE",
                intent="ELEMENT_ACTIVATED",
                error="KeyError",
                set_aside_at=0,
            )
        )
    rebuild(filled)
    assert [aside["partition_id"] for aside in rows(filled, tables.set_aside)] == [3]


def test_readers_see_the_old_rows_until_the_end(filled: Database) -> None:
    before = len(rows(filled, tables.user_task))
    seen = set()
    rebuild(filled, lambda done, of: seen.add(len(rows(filled, tables.user_task))))
    assert seen == {before}


def test_receiver_is_told_to_come_back_later(
    filled: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "LOCK_SECONDS", 0.1)
    late = parsed([Maker(partition_id=5).instance(10**14)])
    refused: list[int] = []

    def come(done: int, of: int) -> None:
        if not refused:
            with pytest.raises(JournalUnavailable):
                apply_records(filled, late)
            refused.append(done)

    rebuild(filled, come)
    assert refused
    assert apply_records(filled, late).new == 1


def test_failure_leaves_everything_as_it_was(filled: Database) -> None:
    before = everything(filled)

    def fail(done: int, of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rebuild(filled, fail)
    assert everything(filled) == before


def test_empty_journal_is_rebuilt_from_nothing(any_journal: Database) -> None:
    assert rebuild(any_journal) == 0
