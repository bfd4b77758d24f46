"""Filing in bulk: in batches, and two who import the same file at once."""

from dataclasses import replace

import pytest

from records.database import Database
from records.errors import UnitNotFound
from records.intake.bulk import BATCH, BulkReport, file_rows
from records.intake.csv_file import Row
from records.models import OutboxCommand, Petition
from tests.records.cases import A_PETITION, NOON, all_rows, at_once, count

ROWS = 2 * BATCH + 30


def rows(number: int = ROWS, bureau_id: str = A_PETITION.bureau_id) -> list[Row]:
    return [
        Row(n + 2, str(n), replace(A_PETITION, bureau_id=bureau_id, source=("bulk", str(n))))
        for n in range(number)
    ]


def file_them(database: Database, wanted: list[Row]) -> tuple[BulkReport, list[int]]:
    progress = list[int]()
    report = file_rows(
        database, wanted, filed_by=None, now=lambda: NOON, on_progress=progress.append
    )
    return report, progress


def test_progress_is_told_batch_by_batch(database: Database) -> None:
    report, progress = file_them(database, rows())
    assert (report.filed, report.known, report.refused) == (ROWS, 0, [])
    assert progress == [BATCH, BATCH, 30]


def test_two_imports_of_the_same_file_at_once_add_every_row_once(database: Database) -> None:
    reports = at_once(3, lambda _: file_them(database, rows())[0])
    assert sum(report.filed for report in reports) == ROWS
    assert sum(report.known for report in reports) == 2 * ROWS
    numbers = sorted(petition.number[-6:] for petition in all_rows(database, Petition))
    assert numbers == [f"{serial:06d}" for serial in range(1, ROWS + 1)]
    assert count(database, OutboxCommand) == ROWS


def test_an_import_that_broke_off_is_taken_up_where_it_stopped(database: Database) -> None:
    broken = [*rows(BATCH), *rows(1, bureau_id="000000-xf")]
    with pytest.raises(UnitNotFound):
        file_them(database, broken)
    assert count(database, Petition) == BATCH
    report, _ = file_them(database, rows())
    assert (report.filed, report.known) == (ROWS - BATCH, BATCH)


def test_refused_rows_are_reported_and_not_filed(database: Database) -> None:
    bad = Row(2, "x", None, "no text")
    report, _ = file_them(database, [bad, *rows(1)])
    assert (report.filed, report.refused) == (1, [bad])
