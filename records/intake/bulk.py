"""Filing many petitions, a hundred to a transaction; the same file twice adds nothing."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice

from sqlmodel import Session, col, select

from records.database import Database
from records.intake.csv_file import Row
from records.models import Petition, Petitioner
from records.petitions import file_new, lock_filing
from records.similarity import remember_all

BATCH = 100


@dataclass
class BulkReport:
    """What became of the rows: filed now, known before, refused with the reason."""

    filed: int = 0
    known: int = 0
    refused: list[Row] = field(default_factory=list)


def file_rows(
    database: Database,
    rows: Iterable[Row],
    *,
    filed_by: str | None,
    now: Callable[[], datetime],
    on_progress: Callable[[int], None] = lambda _: None,
) -> BulkReport:
    """File every acceptable row. `on_progress` is told how many rows each batch had.

    Raises UnitNotFound; the batches before stay filed, and are known when the rows come again.
    """
    report = BulkReport()
    remaining = iter(rows)
    while batch := list(islice(remaining, BATCH)):
        report.refused += [row for row in batch if row.refusal]
        wanted = [row for row in batch if row.petition]
        with database.transaction() as session:
            bureaus = {
                bureau_id: lock_filing(session, bureau_id)
                for bureau_id in sorted({row.petition.bureau_id for row in wanted if row.petition})
            }
            known = _known_sources(session, wanted)
            filed = list[tuple[Petition, Petitioner]]()
            for row in wanted:
                if row.petition is None or row.petition.source in known:
                    report.known += 1
                    continue
                bureau = bureaus[row.petition.bureau_id]
                filed.append(file_new(session, bureau, row.petition, filed_by=filed_by, now=now()))
                report.filed += 1
                if row.petition.source:
                    known.add(row.petition.source)
            remember_all(session, filed)
        on_progress(len(batch))
    return report


def _known_sources(session: Session, rows: list[Row]) -> set[tuple[str, str]]:
    sources = {row.petition.source for row in rows if row.petition and row.petition.source}
    found = session.exec(
        select(Petition.source_system, Petition.source_id).where(
            col(Petition.source_system).in_({system for system, _ in sources}),
            col(Petition.source_id).in_({source_id for _, source_id in sources}),
        )
    )
    return {(system, source_id) for system, source_id in found if system and source_id}
