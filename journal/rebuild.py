"""Makes the projections anew from the stored batches: after a repair of ours, or to prove them."""

import zlib
from collections.abc import Callable, Iterator

from sqlalchemy import Connection, delete, func, select
from sqlalchemy.exc import SQLAlchemyError

from journal import store
from journal.errors import JournalUnavailable
from journal.projector import project
from journal.record import Record, read_stored
from journal.tables import batch, high_water, metadata, user_task_change
from records.database import Database

Progress = Callable[[int, int], None]
RECORDS_PER_STEP = 2_000
# The numbers of changes go on: who follows them sees every task again.
KEPT = frozenset({batch.key, high_water.key, user_task_change.key})


def rebuild(database: Database, progress: Progress | None = None) -> int:
    """Empty every projection and fold all stored records again; the number of records folded.

    One transaction: readers see the old rows until the new ones are complete. A running receiver
    answers 503 meanwhile and the exporter sends again. Records set aside get a new chance.
    `progress(done, total)` is called after every step, in records.
    Raises JournalUnavailable when the database is locked or down; then nothing has changed.
    """
    try:
        with database.transaction() as session:
            return _rebuild(session.connection(), progress or (lambda done, total: None))
    except SQLAlchemyError as error:
        raise JournalUnavailable(type(error).__name__) from error


def _rebuild(connection: Connection, progress: Progress) -> int:
    store.lock(connection)
    for table in metadata.sorted_tables:
        if table.key not in KEPT:
            connection.execute(delete(table))
    total = connection.execute(select(func.coalesce(func.sum(batch.c.records), 0))).scalar_one()
    done = 0
    for records in _steps(connection):
        project(connection, records)
        done += len(records)
        progress(done, total)
    return done


def _steps(connection: Connection) -> Iterator[list[Record]]:
    names = connection.execute(
        select(batch.c.partition_id, batch.c.first_position).order_by(
            batch.c.partition_id, batch.c.first_position
        )
    ).all()
    step: list[Record] = []
    for partition_id, first_position in names:
        row = connection.execute(
            select(batch.c.body, batch.c.received_at).where(
                batch.c.partition_id == partition_id, batch.c.first_position == first_position
            )
        ).one()
        step += read_stored(zlib.decompress(row.body), row.received_at)
        if len(step) >= RECORDS_PER_STEP:
            yield step
            step = []
    if step:
        yield step
