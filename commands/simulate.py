"""`./xinfang simulate`: petitions driven through the API as people would."""

import asyncio
import json
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from commands.options import load_settings
from commands.year.command import directory, simulate_year
from commands.year.installation import DidNotStart, NotFresh
from commands.year.printing import sentences
from commands.year.world import NeverQuiet
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
    file: Annotated[Path | None, typer.Option(help="CSV of petitions, as for import")] = None,
    limit: Annotated[int, typer.Option(help="Only the first N rows of the file")] = 1000,
    url: Annotated[str | None, typer.Option(help="Address of a running ./start --demo")] = None,
    data: Annotated[
        Path | None,
        typer.Option(help="Data directory: of that ./start, or an empty one for a year"),
    ] = None,
    hands: Annotated[int, typer.Option(help="What each person does at the same time")] = 4,
    year: Annotated[int | None, typer.Option(help="A whole year instead of a file")] = None,
    petitions: Annotated[int, typer.Option(help="How many come in that year", min=1)] = 2000,
    seed: Annotated[int, typer.Option(help="Another seed is another year")] = 1,
    days_after: Annotated[
        int, typer.Option(help="Days into the next year for what is still open", min=1)
    ] = 120,
    keep: Annotated[bool, typer.Option(help="Keep the temporary data directory")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Machine-readable result")] = False,
) -> None:
    """Drive petitions through the API as people would: of a file, or of a whole year.

    `--file`: file, classify and handle them until all are closed, in a running `./start --demo`.
    `--year`: starts an installation of its own whose clock stands at 1 January, invents petitions
    and people after published figures, lives through the year day by day, and checks that all of it
    adds up: ends, numbers, clocks, incidents, and that nothing personal got to the engine.

    Exit codes: 0 all closed or all adds up, 1 lost, stuck, incidents or problems, 2 wrong use.
    """
    console = Console(stderr=True)
    if (file is None) == (year is None):
        raise typer.BadParameter("give a file or a year: --file, or --year")
    if year is not None:
        plan = YearPlan(year, petitions, seed, hands, days_after)
        raise typer.Exit(_simulate_year(console, plan, data, keep=keep, as_json=as_json))
    if file is None:
        return
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


@dataclass(frozen=True)
class YearPlan:
    """What was asked of a year."""

    year: int
    petitions: int
    seed: int
    hands: int
    days_after: int


def _simulate_year(
    console: Console, plan: YearPlan, data: Path | None, *, keep: bool, as_json: bool
) -> int:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with (
        directory(data, keep=keep) as data_dir,
        Progress(*columns, TimeElapsedColumn(), console=console) as progress,
    ):
        days = (date(plan.year + 1, 1, 1) - date(plan.year, 1, 1)).days
        passing = progress.add_task("starting", total=days)
        filing = progress.add_task("petitions filed", total=plan.petitions)

        def tell(day: date, filed: int, done: int) -> None:
            passed = (day - date(plan.year, 1, 1)).days + 1
            words = f"{day.isoformat()}, {done} tasks done"
            progress.update(passing, completed=min(passed, days), description=words)
            progress.update(filing, completed=filed)
            if day.day == 1 and not console.is_terminal:
                console.print(words)  # a log has no bars

        try:
            result, spent = simulate_year(
                plan.year,
                plan.petitions,
                plan.seed,
                data_dir,
                hands=plan.hands,
                days_after=plan.days_after,
                on_day=tell,
                on_step=lambda step: progress.update(passing, description=step),
            )
        except NotFresh as problem:
            raise typer.BadParameter(str(problem), param_hint="--data") from None
        except (DidNotStart, NeverQuiet, ServerGone, Refused) as problem:
            console.print(f"[red]simulate:[/red] {problem}")
            return 1
        if keep or data:
            console.print(f"data: {data_dir}")
    if as_json:
        given = result.as_json() | {"spent": spent}
        typer.echo(json.dumps(given, ensure_ascii=False, default=str))
    else:
        typer.echo("\n".join(sentences(result, spent)))
    return 1 if result.problems else 0


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

        units = list(UNITS)
        going = run(url, DEMO_PASSWORD, petitions, units, hands=hands, on_progress=tell)
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
