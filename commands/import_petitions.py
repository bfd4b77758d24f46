"""`./xinfang import FILE.csv`: real petitions in bulk."""

import csv
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from commands.context import Context, open_records
from records.errors import RecordsError
from records.intake.bulk import BulkReport, file_rows
from records.intake.csv_file import CsvProblem, Row, read_rows
from records.units import the_bureau

app = typer.Typer(add_completion=False)
SHOWN_REFUSALS = 20


@app.command()
def import_petitions(
    file: Annotated[Path, typer.Argument(help="CSV or CSV.gz with id, person, subject, text")],
    bureau: Annotated[str | None, typer.Option(help="Unit id of the receiving bureau")] = None,
    source: Annotated[
        str | None, typer.Option(help="Name of the source system; default: the file's name")
    ] = None,
    encoding: Annotated[str, typer.Option(help="utf-8 or gb18030")] = "utf-8",
    limit: Annotated[int | None, typer.Option(help="Only the first N rows")] = None,
    refused: Annotated[Path | None, typer.Option(help="Write refused rows to this CSV")] = None,
    data: Annotated[Path | None, typer.Option(help="Data directory")] = None,
) -> None:
    """File every acceptable row as a petition. The same file twice adds nothing.

    Exit codes: 0 all rows in, 1 some refused, 2 the file could not be read.
    """
    console = Console(stderr=True)
    if not file.is_file():
        raise typer.BadParameter(f"there is no file {file}")
    context = open_records(data)
    try:
        with context.database.reading() as session:
            bureau_id = the_bureau(session, bureau).id
        rows = list(
            read_rows(
                file,
                bureau_id=bureau_id,
                source_system=source or file.name.split(".")[0],
                today=context.clock.now().date(),
                encoding=encoding,
            )
        )[:limit]
        report = _file_with_progress(console, context, rows)
    except (CsvProblem, RecordsError, LookupError) as problem:
        console.print(f"[red]import:[/red] {problem}")
        raise typer.Exit(2) from None
    _tell(report, refused)
    raise typer.Exit(1 if report.refused else 0)


def _file_with_progress(console: Console, context: Context, rows: list[Row]) -> BulkReport:
    with Progress(
        TextColumn("importing"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
    ) as progress:
        task = progress.add_task("rows", total=len(rows))
        return file_rows(
            context.database,
            rows,
            filed_by=None,
            now=context.clock.now,
            on_progress=lambda n: progress.advance(task, n),
        )


def _tell(report: BulkReport, refused: Path | None) -> None:
    typer.echo(f"filed {report.filed}, known before {report.known}, refused {len(report.refused)}")
    for row in report.refused[:SHOWN_REFUSALS]:
        typer.echo(f"  line {row.line}: {row.refusal}")
    if len(report.refused) > SHOWN_REFUSALS:
        typer.echo(f"  ... and {len(report.refused) - SHOWN_REFUSALS} more")
    if refused:
        with refused.open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(["line", "id", "reason"])
            writer.writerows([row.line, row.source_id, row.refusal] for row in report.refused)
        typer.echo(f"refused rows written to {refused}")
