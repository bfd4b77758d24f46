"""Journal databases for tests, and what is in them."""

from pathlib import Path
from typing import Any

from sqlalchemy import Table, select

from journal.apply import Applied, apply_records
from journal.store import limit_patience
from journal.tables import batch, high_water, metadata, user_task_change
from records.database import Database, open_database
from records.migrate import migrate
from settings import Settings
from tests.journal.records import Fields, parsed

Rows = dict[str, list[dict[str, Any]]]
STREAM = frozenset({batch.name, high_water.name, user_task_change.name})


def make_tables(settings: Settings) -> None:
    """Bring the database of these settings to the newest shape."""
    database = open_database(settings, writes="both")
    migrate(database)
    database.close()


def open_journal(settings: Settings) -> Database:
    """The journal as the receiver opens it."""
    return limit_patience(open_database(settings, writes="journal"))


def sqlite_settings(directory: Path) -> Settings:
    """Settings of a data directory; whatever the environment says about PostgreSQL is ignored."""
    return Settings(data_dir=directory, database_url=None)


def apply(database: Database, *fields: Fields) -> Applied:
    """Apply these records as one batch."""
    return apply_records(database, parsed(list(fields)))


def rows(database: Database, table: Table) -> list[dict[str, Any]]:
    """All rows of a table, by primary key."""
    with database.reading() as session:
        found = session.execute(select(table).order_by(*table.primary_key.columns))
        return [dict(row) for row in found.mappings()]


def row(database: Database, table: Table) -> dict[str, Any]:
    """The only row of a table."""
    (only,) = rows(database, table)
    return only


def projections(database: Database) -> Rows:
    """Every table that is made from the stream; the stream itself may be cut up differently."""
    return {
        table.name: rows(database, table)
        for table in metadata.sorted_tables
        if table.name not in STREAM
    }


def everything(database: Database) -> Rows:
    """Every table of the journal; the numbers of changes only go on."""
    return {
        table.name: rows(database, table)
        for table in metadata.sorted_tables
        if table is not user_task_change
    }
