"""`./xinfang bench journal`: how many records a second the receiver takes in."""

import tempfile
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy import select

from benchmarks.journal import JournalSpeed, measure_journal
from journal.tables import high_water
from records.database import open_database
from records.migrate import migrate
from settings import Settings


def bench_journal(
    records: Annotated[int, typer.Option(min=1, help="Records to send")] = 50_000,
    batch: Annotated[int, typer.Option(min=1, help="Records per request")] = 200,
    postgres: Annotated[
        str | None, typer.Option(help="Address of an empty PostgreSQL database; else SQLite")
    ] = None,
) -> None:
    """Post a made-up record stream through the real receiver over loopback."""
    with tempfile.TemporaryDirectory(prefix="xinfang-bench-") as directory:
        settings = Settings(data_dir=Path(directory), database_url=postgres)
        _prepare(settings)
        speed = measure_journal(settings, records=records, batch=batch)
    typer.echo(_sentence(speed))


def _prepare(settings: Settings) -> None:
    database = open_database(settings, writes="both")
    try:
        migrate(database)
        with database.reading() as session:
            if session.execute(select(high_water)).first():
                # Made-up cases in a real journal could never be taken out again.
                raise typer.BadParameter("this database holds a journal; give an empty one")
    finally:
        database.close()


def _sentence(speed: JournalSpeed) -> str:
    return (
        f"{speed.database}: {speed.records_per_second} records/s "
        f"({speed.records} records, {speed.batches} batches, {speed.seconds:.1f} s; "
        f"receiver {speed.rss_mb} MB)"
    )
