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
MAX_SOURCE = 60


@app.command()
def import_petitions(
    file: Annotated[Path, typer.Argument(help="CSV or CSV.gz: id, person, subject, sent_at, text")],
    bureau: Annotated[str | None, typer.Option(help="Unit id of the receiving bureau")] = None,
    source: Annotated[
        str | None, typer.Option(help="Name of the source system; default: the file's name")
    ] = None,
    encoding: Annotated[str, typer.Option(help="utf-8 or gb18030")] = "utf-8",
    limit: Annotated[int | None, typer.Option(min=1, help="Only the first N rows")] = None,
    refused: Annotated[Path | None, typer.Option(help="Write refused rows to this CSV")] = None,
    data: Annotated[Path | None, typer.Option(help="Data directory")] = None,
) -> None:
    """File every acceptable row as a petition. The same file twice adds nothing.

    A row is known by source and id. Subjects longer than 300 characters are cut; a row with
    anything else that is too long, missing or wrong is refused, with the reason.

    Exit codes: 0 all rows in, 1 some refused, 2 the file could not be read, nothing imported.
    """
    if not file.is_file():
        raise typer.BadParameter(f"there is no file {file}")
    if refused and (refused.is_dir() or not refused.parent.is_dir()):
        raise typer.BadParameter(f"{refused} cannot be written: name a file in a folder there is")
    source_system = source or file.name.split(".")[0]
    if not 1 <= len(source_system) <= MAX_SOURCE:
        raise typer.BadParameter(f"give a --source of 1 to {MAX_SOURCE} characters")
    with open_records(data) as context:
        try:
            rows = _read(context, file, bureau, source_system, encoding)[:limit]
        except (CsvProblem, RecordsError, OSError) as problem:
            typer.echo(f"import: {problem}", err=True)
            raise typer.Exit(2) from None
        report = _file_with_progress(Console(stderr=True), context, rows)
    _tell(report, refused)
    raise typer.Exit(1 if report.refused else 0)


def _read(
    context: Context, file: Path, bureau: str | None, source_system: str, encoding: str
) -> list[Row]:
    """The whole file, before anything is filed."""
    with context.database.reading() as session:
        bureau_id = the_bureau(session, bureau).id
    try:
        return list(
            read_rows(
                file,
                bureau_id=bureau_id,
                source_system=source_system,
                today=context.clock.now().date(),
                encoding=encoding,
            )
        )
    except LookupError:
        raise typer.BadParameter(f"there is no encoding {encoding}; use utf-8 or gb18030") from None


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
