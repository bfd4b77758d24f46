"""Applies a batch of records exactly once: high-water mark, stored batch and projections together.

The exporter sends at least once and in order per partition; what is at or below the high-water mark
has been applied, and is dropped.
"""

import zlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import structlog
from sqlalchemy import Connection, insert
from sqlalchemy.exc import SQLAlchemyError

from journal import store
from journal.errors import JournalUnavailable
from journal.projector import project
from journal.record import Record
from journal.tables import batch, high_water
from records.database import Database

logger = structlog.get_logger(__name__)

COMPRESSION = 1
"""zlib level: records are so alike that a higher one gains little and costs much."""


@dataclass(frozen=True, slots=True)
class Applied:
    """What became of a batch: numbers of records, and the position reached by partition."""

    new: int
    repeated: int
    set_aside: int
    positions: dict[int, int]


def apply_records(database: Database, records: Sequence[Record]) -> Applied:
    """Apply a batch in one transaction.

    Raises JournalUnavailable when the database cannot take it now; then nothing was applied.
    """
    try:
        with database.transaction() as session:
            return _apply(session.connection(), records)
    except SQLAlchemyError as error:
        raise JournalUnavailable(type(error).__name__) from error


def _apply(connection: Connection, records: Sequence[Record]) -> Applied:
    store.lock(connection)
    marks = store.read_high_water(connection)
    positions = {partition_id: position for partition_id, (position, _) in marks.items()}
    new: dict[int, list[Record]] = defaultdict(list)
    for record in records:
        if record.position > positions.get(record.partition_id, -1):
            positions[record.partition_id] = record.position
            new[record.partition_id].append(record)
    aside = 0
    for partition_id, its in new.items():
        _keep(connection, its)
        aside += project(connection, its)
        store.upsert(connection, high_water, [_mark(partition_id, its)])
    count = sum(map(len, new.values()))
    return Applied(count, len(records) - count, aside, positions)


def _keep(connection: Connection, records: Sequence[Record]) -> None:
    row = {
        "partition_id": records[0].partition_id,
        "first_position": records[0].position,
        "last_position": records[-1].position,
        "records": len(records),
        "received_at": records[0].received_at,
        "body": zlib.compress(b"\n".join(record.raw for record in records), COMPRESSION),
    }
    connection.execute(insert(batch), row)


def _mark(partition_id: int, records: Sequence[Record]) -> dict[str, int]:
    times = [record.timestamp for record in records if type(record.timestamp) is int]
    return {
        "partition_id": partition_id,
        "position": records[-1].position,
        "record_time": times[-1] if times else 0,
    }
