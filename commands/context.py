"""What commands share: settings of a data directory, its database, its clock."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import typer
from sqlalchemy.exc import DatabaseError

from commands.options import load_settings
from engine.clock import Clock, OffsetClock, offset_path
from records.database import Database, open_database
from records.migrate import NewerDatabase, migrate
from settings import Settings


@dataclass(frozen=True)
class Context:
    """Settings, database (writing records) and clock of one data directory."""

    settings: Settings
    database: Database
    clock: Clock


@contextmanager
def open_records(data_dir: Path | None) -> Iterator[Context]:
    """Open the records of a data directory, made or brought to the newest shape if need be.

    Says why they cannot be opened and exits 2.
    """
    settings = load_settings(data_dir)
    try:
        _migrate(settings)
    except NewerDatabase as problem:
        typer.echo(f"xinfang: {problem}", err=True)
        raise typer.Exit(2) from None
    except (DatabaseError, OSError) as problem:
        place = "PostgreSQL" if settings.database_url else settings.data_dir
        # Of a database error the driver's own words: the rest would show the statement.
        reason = problem.orig if isinstance(problem, DatabaseError) else problem.strerror
        typer.echo(f"xinfang: cannot open the database ({place}): {reason}", err=True)
        raise typer.Exit(2) from None
    database = open_database(settings)
    try:
        yield Context(settings, database, OffsetClock(offset_path(settings.data_dir)))
    finally:
        database.close()


def _migrate(settings: Settings) -> None:
    database = open_database(settings, writes="both")
    try:
        migrate(database)
    finally:
        database.close()
