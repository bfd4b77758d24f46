"""`./xinfang simulate`: petitions driven through the API as people would."""

import asyncio
import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from commands.options import load_settings
from engine.clock import OffsetClock, offset_path
from records.demo import BUREAU, UNITS
from records.intake.csv_file import CsvProblem, Row, read_rows
from settings import DEMO_PASSWORD
from simulation.client import Refused, ServerGone
from simulation.run import run
from simulation.tally import Result
from stack.data_lock import holder_of
from stack.memory import watched_memory

app = typer.Typer(add_completion=False)


@app.command()
def simulate(
    file: Annotated[Path, typer.Option(help="CSV of petitions, as for import")],
    limit: Annotated[int, typer.Option(help="Only the first N rows")] = 1000,
    url: Annotated[str | None, typer.Option(help="Address of a running ./start --demo")] = None,
    data: Annotated[Path | None, typer.Option(help="Data directory of that ./start")] = None,
    hands: Annotated[int, typer.Option(help="What each person does at the same time")] = 4,
    as_json: Annotated[bool, typer.Option("--json", help="Machine-readable result")] = False,
) -> None:
    """File, classify and handle petitions until all are closed; needs a running `./start --demo`.

    Exit codes: 0 all closed, 1 lost, stuck or incidents, 2 wrong use.
    """
    console = Console(stderr=True)
    settings = load_settings(data)
    address = url or holder_of(settings.data_dir).get("url")
    if not address:
        raise typer.BadParameter("nothing runs on this data directory; start it or give --url")
    if not file.is_file():
        raise typer.BadParameter(f"there is no file {file}")
    today = OffsetClock(offset_path(settings.data_dir)).now().date()
    try:
        rows = list(read_rows(file, bureau_id=BUREAU, source_system="simulate", today=today))
        with watched_memory(settings.data_dir) as peak:
            result = _with_progress(console, address, [_body(row) for row in rows[:limit]], hands)
    except (CsvProblem, ServerGone, Refused) as problem:
        console.print(f"[red]simulate:[/red] {problem}")
        raise typer.Exit(2) from None
    if as_json:
        typer.echo(json.dumps(asdict(result) | {"memory_mb": peak[0]}))
    else:
        typer.echo(f"{_sentence(result)}; memory of our processes at most {peak[0]} MB")
    raise typer.Exit(0 if result.is_fine else 1)


def _with_progress(
    console: Console, url: str, petitions: list[dict[str, Any]], hands: int
) -> Result:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TimeElapsedColumn(), console=console) as progress:
        filed = progress.add_task("filed", total=len(petitions))
        closed = progress.add_task("closed", total=len(petitions))

        def tell(filed_so_far: int, closed_so_far: int) -> None:
            progress.update(filed, completed=filed_so_far)
            progress.update(closed, completed=closed_so_far)

        handlers = [f"handler_{unit}" for unit in UNITS]
        going = run(url, DEMO_PASSWORD, petitions, handlers, hands=hands, on_progress=tell)
        return asyncio.run(going)


def _body(row: Row) -> dict[str, Any]:
    petition = row.petition
    if petition is None or petition.source is None:
        raise typer.BadParameter(f"line {row.line}: {row.refusal}")
    system, source_id = petition.source
    return {
        "bureau": petition.bureau_id,
        "form": petition.form.value,
        "subject": petition.subject,
        "text": petition.text,
        "received_on": petition.received_on.isoformat(),
        "petitioner_name": petition.petitioner_name,
        "source": {"system": system, "id": source_id},
    }


def _sentence(result: Result) -> str:
    tasks = ", ".join(f"{name} {count}" for name, count in sorted(result.tasks.items()))
    return (
        f"petitions {result.petitions}, closed {result.closed}, lost {result.lost}, "
        f"stuck {result.stuck}, incidents {result.incidents}; tasks: {tasks}; "
        f"{result.seconds:.1f} s, {result.per_second:.2f} petitions/s"
    )
