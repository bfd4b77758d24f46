"""`./xinfang bench inbox`: pages of the inbox with 1,000 to a million open tasks."""

import asyncio
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from time import perf_counter
from typing import Annotated

import typer
from sqlalchemy import create_engine, make_url, text

from benchmarks.inbox import Filled, growth, measure_inbox
from benchmarks.inbox_rows import fill, filled_with
from engine.clock import machine_now
from records.database import open_database
from settings import Settings
from stack.prepare import prepare


def bench_inbox(
    sizes: Annotated[str, typer.Option(help="Open tasks, with commas")] = "1000,100000,1000000",
    requests: Annotated[int, typer.Option(min=2, help="Requests per page and size")] = 100,
    data: Annotated[
        Path | None, typer.Option(help="Folder whose databases stay, to be measured again")
    ] = None,
    postgres: Annotated[
        str | None,
        typer.Option(help="Address of a PostgreSQL server; it gets a database for each size"),
    ] = None,
) -> None:
    """Server time of the first page, a filtered page and searches, at each size in turn."""
    try:
        wanted = [int(one) for one in sizes.split(",")]
    except ValueError:
        raise typer.BadParameter("give --sizes 1000,100000") from None
    if min(wanted) < 100:
        raise typer.BadParameter("sizes are 100 or more")
    with ExitStack() as stack:
        folder = data or Path(
            stack.enter_context(tempfile.TemporaryDirectory(prefix="xinfang-bench-"))
        )
        filled = []
        for tasks in wanted:
            address = None
            if postgres:
                address = stack.enter_context(_database_of(postgres, tasks, is_kept=bool(data)))
            filled.append(stack.enter_context(_filled(tasks, folder / str(tasks), address)))
        figures = asyncio.run(measure_inbox(filled, requests))
    for one in figures:
        typer.echo(
            f"{one.page}, {one.tasks} open tasks: median {one.median:.1f} ms, "
            f"p95 {one.p95:.1f} ms, processor {one.processor:.1f} ms"
        )
    if len(wanted) > 1:
        for page, times in growth(figures).items():
            typer.echo(f"{page}: the largest median is {times:.2f} times the smallest")


@contextmanager
def _filled(tasks: int, folder: Path, address: str | None) -> Iterator[Filled]:
    """An installation with so many tasks; what is there already is used."""
    settings = Settings(data_dir=folder, database_url=address, demo=True)
    prepare(settings, now=machine_now())
    started = perf_counter()
    both = open_database(settings, writes="both")
    try:
        there = filled_with(both)
        if there == 0:
            fill(both, tasks)
            typer.echo(f"{tasks} open tasks, filled in {perf_counter() - started:.0f} s")
        elif there != tasks:
            raise typer.BadParameter(f"{folder} holds {there} tasks: remove it, or name another")
    finally:
        both.close()
    database = open_database(settings)
    try:
        yield Filled(tasks, settings, database)
    finally:
        database.close()


@contextmanager
def _database_of(address: str, tasks: int, *, is_kept: bool) -> Iterator[str]:
    """A database of its own on this server; dropped afterwards unless it is kept."""
    name = f"xinfang_bench_{tasks}"
    server = create_engine(make_url(address), isolation_level="AUTOCOMMIT")
    try:
        with server.connect() as connection:
            known = text("SELECT 1 FROM pg_database WHERE datname = :name")
            if connection.execute(known, {"name": name}).first() is None:
                connection.execute(text(f"CREATE DATABASE {name}"))
        yield make_url(address).set(database=name).render_as_string(hide_password=False)
        if not is_kept:
            with server.connect() as connection:
                connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    finally:
        server.dispose()
