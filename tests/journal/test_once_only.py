"""At least once in, exactly once in effect: repetitions, overlaps, partitions."""

import shutil
import tempfile
import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from benchmarks.sample_stream import SampleStream
from journal import tables
from records.database import Database
from tests.journal.databases import (
    apply,
    everything,
    open_journal,
    projections,
    row,
    rows,
    sqlite_settings,
)
from tests.journal.records import Fields, Maker, captured

TRIAL = captured()
OTHER_PARTITION = SampleStream(partition_id=2).records(150)


def test_repeated_batch_changes_nothing(any_journal: Database) -> None:
    assert apply(any_journal, *TRIAL).new == len(TRIAL)
    before = everything(any_journal)
    again = apply(any_journal, *TRIAL)
    assert (again.new, again.repeated) == (0, len(TRIAL))
    assert everything(any_journal) == before


def test_of_an_overlapping_batch_only_the_new_part_is_applied(any_journal: Database) -> None:
    apply(any_journal, *TRIAL[:100])
    applied = apply(any_journal, *TRIAL[50:150])
    assert (applied.new, applied.repeated) == (50, 50)
    batches = rows(any_journal, tables.batch)
    assert [batch["records"] for batch in batches] == [100, 50]
    assert batches[1]["first_position"] == TRIAL[100]["position"]
    assert zlib.decompress(batches[1]["body"]).count(b"\n") == 49


def test_record_twice_in_one_batch_counts_once(journal: Database) -> None:
    taken = Maker().element("SEQUENCE_FLOW_TAKEN", 1, "again", "SEQUENCE_FLOW")
    assert apply(journal, taken, taken, taken).new == 1
    assert row(journal, tables.taken_flow)["times"] == 1


def test_partitions_have_marks_of_their_own(any_journal: Database) -> None:
    mixed = [record for pair in zip(TRIAL, OTHER_PARTITION, strict=False) for record in pair]
    applied = apply(any_journal, *mixed)
    assert applied.new == len(mixed)
    assert applied.positions == {
        1: TRIAL[len(OTHER_PARTITION) - 1]["position"],
        2: OTHER_PARTITION[-1]["position"],
    }
    assert [mark["partition_id"] for mark in rows(any_journal, tables.high_water)] == [1, 2]


def test_empty_batch_is_fine(journal: Database) -> None:
    assert apply(journal).new == 0


@pytest.fixture(scope="module")
def in_one_piece(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Fields:
    directory = tmp_path_factory.mktemp("one")
    shutil.copy(sqlite_template, directory / "journal.db")
    journal = open_journal(sqlite_settings(directory))
    apply(journal, *TRIAL)
    apply(journal, *OTHER_PARTITION)
    result = projections(journal)
    journal.close()
    return result


def deliveries(records: list[Fields]) -> st.SearchStrategy[list[list[Fields]]]:
    """One partition's stream, cut anywhere, each batch reaching back anywhere."""
    steps = st.lists(st.tuples(st.integers(1, 120), st.integers(0, 60)), max_size=12)

    def cut(sizes: list[tuple[int, int]]) -> list[list[Fields]]:
        batches, end = [], 0
        for size, back in [*sizes, (len(records), 10)]:
            batches.append(records[max(0, end - back) : end + size])
            end = min(end + size, len(records))
        return batches

    return steps.map(cut)


def interleaved(
    first: list[list[Fields]], second: list[list[Fields]], order: list[bool]
) -> list[list[Fields]]:
    """Batches of two partitions one after another as `order` says; some of both in one batch."""
    batches: list[list[Fields]] = []
    queues = [list(first), list(second)]
    for is_second in [*order, *([False] * len(first)), *([True] * len(second))]:
        if queues[is_second]:
            batches.append(queues[is_second].pop(0))
    merged = [a + b for a, b in zip(batches[::2], batches[1::2], strict=False)]
    return merged + batches[len(merged) * 2 :]


@hypothesis_settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    first=deliveries(TRIAL),
    second=deliveries(OTHER_PARTITION),
    order=st.lists(st.booleans(), max_size=12),
)
def test_any_cutting_and_repeating_gives_the_same_projections(
    first: list[list[Fields]],
    second: list[list[Fields]],
    order: list[bool],
    in_one_piece: Fields,
    sqlite_template: Path,
) -> None:
    with tempfile.TemporaryDirectory() as directory:
        shutil.copy(sqlite_template, Path(directory) / "journal.db")
        journal = open_journal(sqlite_settings(Path(directory)))
        for batch in interleaved(first, second, order):
            apply(journal, *batch)
        assert projections(journal) == in_one_piece
        journal.close()
