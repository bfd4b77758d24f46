"""`./xinfang bench inbox`: pages of the inbox with 1,000 to a million open tasks."""

import asyncio
import tempfile
from pathlib import Path
from time import perf_counter
from typing import Annotated

import typer

from benchmarks.inbox import PageFigures, growth, measure_inbox
from benchmarks.inbox_rows import fill
from engine.clock import machine_now
from records.database import open_database
from settings import Settings
from stack.prepare import prepare


def bench_inbox(
    sizes: Annotated[str, typer.Option(help="Open tasks, with commas")] = "1000,100000,1000000",
    requests: Annotated[int, typer.Option(min=2, help="Requests per page")] = 100,
    postgres: Annotated[
        str | None, typer.Option(help="Address of an empty PostgreSQL database; one size only")
    ] = None,
) -> None:
    """Server time of the first page, a filtered page and searches, at each size."""
    try:
        wanted = [int(one) for one in sizes.split(",")]
    except ValueError:
        raise typer.BadParameter("give --sizes 1000,100000") from None
    if min(wanted) < 100 or (postgres and len(wanted) > 1):
        raise typer.BadParameter("sizes are 100 or more; an empty database takes one size only")
    done = list[PageFigures]()
    for tasks in wanted:
        figures, seconds = _measure(tasks, requests, postgres)
        done += figures
        typer.echo(f"{tasks} open tasks, filled in {seconds:.0f} s")
        for one in figures:
            typer.echo(
                f"  {one.page}: median {one.median:.1f} ms, p95 {one.p95:.1f} ms, "
                f"processor {one.processor:.1f} ms"
            )
    if len(wanted) > 1:
        for page, times in growth(done).items():
            typer.echo(f"{page}: the largest median is {times:.2f} times the smallest")


def _measure(tasks: int, requests: int, postgres: str | None) -> tuple[list[PageFigures], float]:
    with tempfile.TemporaryDirectory(prefix="xinfang-bench-") as directory:
        settings = Settings(data_dir=Path(directory), database_url=postgres, demo=True)
        prepare(settings, now=machine_now())
        started = perf_counter()
        both = open_database(settings, writes="both")
        try:
            fill(both, tasks)
        finally:
            both.close()
        seconds = perf_counter() - started
        database = open_database(settings)
        try:
            return asyncio.run(measure_inbox(settings, database, tasks, requests)), seconds
        finally:
            database.close()
