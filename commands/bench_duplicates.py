"""`./xinfang bench duplicates`: searching for earlier texts among 10,000 to a million."""

import tempfile
from itertools import pairwise
from pathlib import Path
from typing import Annotated

import typer

from benchmarks.duplicates import SearchFigures, growth
from benchmarks.duplicates_in_memory import measure_in_memory
from benchmarks.duplicates_on_file import measure_on_file
from engine.clock import machine_now
from records.database import open_database
from settings import Settings
from stack.prepare import prepare


def bench_duplicates(
    sizes: Annotated[str, typer.Option(help="Rows, with commas")] = "10000,100000,1000000",
    on_file: Annotated[
        bool, typer.Option("--on-file", help="Among petitions in SQLite, not in memory")
    ] = False,
    postgres: Annotated[
        str | None, typer.Option(help="Address of an empty PostgreSQL database; one size only")
    ] = None,
) -> None:
    """Time per look-up, precision, recall and memory on made-up texts, at each size."""
    try:
        wanted = [int(one) for one in sizes.split(",")]
    except ValueError:
        raise typer.BadParameter("give --sizes 10000,100000") from None
    if min(wanted) < 1 or (postgres and len(wanted) > 1):
        raise typer.BadParameter("sizes are 1 or more; an empty database takes one size only")
    done = list[SearchFigures]()
    for rows in wanted:
        typer.echo(f"{rows} rows", err=True)
        if on_file or postgres:
            figures, filing = _on_file(rows, postgres)
            done.append(figures)
            typer.echo(f"{_sentence(figures)}; filing pays {filing:.2f} ms")
        else:
            done.append(measure_in_memory(rows))
            typer.echo(_sentence(done[-1]))
    for smaller, larger in pairwise(done):
        more_rows, more_time = growth(smaller, larger)
        typer.echo(f"{more_rows:.0f} times the rows, {more_time:.2f} times the time (p95)")


def _on_file(rows: int, postgres: str | None) -> tuple[SearchFigures, float]:
    with tempfile.TemporaryDirectory(prefix="xinfang-bench-") as directory:
        settings = Settings(data_dir=Path(directory), database_url=postgres, demo=True)
        prepare(settings, now=machine_now())
        database = open_database(settings)
        try:
            return measure_on_file(database, rows)
        finally:
            database.close()


def _sentence(figures: SearchFigures) -> str:
    recall = ", ".join(f"{kind} {share:.4f}" for kind, share in figures.recall.items())
    return (
        f"{figures.store}, {figures.rows} rows: look-up p50 {figures.p50:.2f} ms, "
        f"p95 {figures.p95:.2f} ms; recall {recall}; precision {figures.precision:.4f}; "
        f"filled in {figures.seconds_to_fill:.0f} s; process {figures.rss_mb} MB"
    )
