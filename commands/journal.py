"""`./xinfang journal`: is everything the engine did in the journal, and does it add up?"""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import Progress

from commands.options import load_settings
from engine.address import EngineNotRunning, resolve_address
from journal.errors import EngineNotReachable, JournalNotFound, JournalUnavailable
from journal.lag import PartitionLag, read_lag
from journal.rebuild import rebuild as rebuild_projections
from journal.summary import Summary, summarise
from records.database import Database, open_database
from settings import Settings

app = typer.Typer(add_completion=False, no_args_is_help=True, help=__doc__)
DataOption = Annotated[Path | None, typer.Option(help="Data directory")]

FINDINGS = 1
WRONG_USE = 2


@app.command()
def status(
    data: DataOption = None,
    management: Annotated[
        str | None, typer.Option(help="Engine's management address (http://host:port)")
    ] = None,
    max_lag: Annotated[
        int, typer.Option(min=0, help="Positions behind that are still fine")
    ] = 1000,
    as_json: Annotated[bool, typer.Option("--json", help="Machine-readable")] = False,
) -> None:
    """Records, positions, lag, records set aside. Exit 1 when lagging or records are set aside."""
    settings = load_settings(data)
    database = _open(settings)
    try:
        with database.reading() as session:
            summary = summarise(session.connection())
    finally:
        database.close()
    lags = _lags(management or _known_management(settings), summary)
    if as_json:
        typer.echo(json.dumps(_as_json(summary, lags), ensure_ascii=False))
    else:
        _tell(summary, lags)
    if summary.set_aside or any(lag.behind > max_lag for lag in lags or []):
        raise typer.Exit(FINDINGS)


@app.command()
def rebuild(data: DataOption = None) -> None:
    """Make the projections anew from the stored records; pages show the old ones until the end."""
    database = _open(load_settings(data))
    try:
        with Progress(console=Console(stderr=True)) as progress:
            bar = progress.add_task("records", total=None)
            count = rebuild_projections(
                database, lambda done, total: progress.update(bar, completed=done, total=total)
            )
    except JournalUnavailable as error:
        typer.echo(f"{JournalUnavailable.__doc__} ({error})", err=True)
        raise typer.Exit(FINDINGS) from error
    finally:
        database.close()
    typer.echo(f"rebuilt from {count} records")


def _open(settings: Settings) -> Database:
    if not settings.database_url and not (settings.data_dir / "journal.db").exists():
        typer.echo(str(JournalNotFound()), err=True)
        raise typer.Exit(WRONG_USE)
    return open_database(settings, writes="journal")


def _known_management(settings: Settings) -> str | None:
    """The engine's management address: of the settings, or of the broker that runs here."""
    try:
        return resolve_address(settings).management
    except EngineNotRunning:
        return None


def _lags(management: str | None, summary: Summary) -> list[PartitionLag] | None:
    if management is None:
        return None
    try:
        return read_lag(management, summary.positions)
    except EngineNotReachable:
        return None


def _as_json(summary: Summary, lags: list[PartitionLag] | None) -> dict[str, Any]:
    positions = {str(key): str(value) for key, value in summary.positions.items()}
    behind = None if lags is None else {str(lag.partition_id): lag.behind for lag in lags}
    return {**asdict(summary), "positions": positions, "behind": behind}


def _tell(summary: Summary, lags: list[PartitionLag] | None) -> None:
    typer.echo(f"records {summary.records} in {summary.batches} batches")
    for partition_id, position in summary.positions.items():
        typer.echo(f"partition {partition_id}: applied up to {position}")
    for lag in lags or []:
        typer.echo(f"partition {lag.partition_id}: {lag.behind} behind the engine")
    if lags is None:
        typer.echo("engine not reachable: lag unknown")
    typer.echo(f"set aside {summary.set_aside}, open incidents {summary.open_incidents}")
