"""`./xinfang divisions`: administrative divisions (行政区划)."""

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from sqlmodel import Session

from commands.context import open_records
from records.divisions import (
    DivisionNotFound,
    children_of,
    division_path,
    find_divisions,
    get_division,
    load_divisions,
    read_divisions,
)
from records.intake.csv_file import CsvProblem
from records.models import Division

app = typer.Typer(add_completion=False, help=__doc__)
DataOption = Annotated[Path | None, typer.Option(help="Data directory")]
JsonOption = Annotated[bool, typer.Option("--json", help="Machine-readable")]


@app.command("import")
def import_file(
    file: Annotated[Path, typer.Argument(help="CSV or CSV.gz: code, name, parent_code, level")],
    as_json: JsonOption = False,
    data: DataOption = None,
) -> None:
    """Load the list of divisions. All or nothing; the same file twice changes nothing.

    Rows that only stand for a level (市辖区, 县, 省直辖县级行政区划) are marked as no places.
    Exit code 2, and nothing loaded, when a row is wrong.
    """
    if not file.is_file():
        raise typer.BadParameter(f"there is no file {file}")
    with open_records(data) as context:
        try:
            divisions = read_divisions(file)
            with (
                _progress() as progress,
                context.database.transaction() as session,
            ):
                task = progress.add_task("rows", total=len(divisions))
                loaded = load_divisions(
                    session, divisions, on_progress=lambda n: progress.advance(task, n)
                )
        except (CsvProblem, DivisionNotFound) as problem:
            typer.echo(f"divisions: {problem}", err=True)
            raise typer.Exit(2) from None
    if as_json:
        typer.echo(json.dumps(vars(loaded)))
    else:
        typer.echo(
            f"added {loaded.added}, changed {loaded.changed}, unchanged {loaded.unchanged}; "
            f"{loaded.placeholders} of the file are no places"
        )


@app.command()
def show(
    code: Annotated[str, typer.Argument(help="two, four, six or nine digits")],
    as_json: JsonOption = False,
    data: DataOption = None,
) -> None:
    """One division with its path and what lies right below it. Exit code 1 when there is none."""
    with open_records(data) as context, context.database.reading() as session:
        try:
            division = get_division(session, code)
        except DivisionNotFound as problem:
            typer.echo(f"divisions: {problem}", err=True)
            raise typer.Exit(1) from None
        row = _row(session, division)
        below = [{"code": one.code, "name": one.name} for one in children_of(session, code)]
    if as_json:
        typer.echo(json.dumps({**row, "children": below}, ensure_ascii=False))
        return
    typer.echo(_line(row))
    for one in below:
        typer.echo(f"  {one['code']}  {one['name']}")


@app.command()
def find(
    name: Annotated[str, typer.Argument(help="a whole name, or a part of one")],
    as_json: JsonOption = False,
    data: DataOption = None,
) -> None:
    """Divisions of this name with their paths: names repeat. Exit code 1 when there is none."""
    with open_records(data) as context, context.database.reading() as session:
        rows = [_row(session, one) for one in find_divisions(session, name)]
    if as_json:
        typer.echo(json.dumps(rows, ensure_ascii=False))
    else:
        for row in rows:
            typer.echo(_line(row))
    raise typer.Exit(0 if rows else 1)


def _progress() -> Progress:
    columns = (TextColumn("importing"), BarColumn(), MofNCompleteColumn())
    return Progress(*columns, console=Console(stderr=True))


def _row(session: Session, division: Division) -> dict[str, object]:
    path = [one.name for one in division_path(session, division)]
    return {
        "code": division.code,
        "name": division.name,
        "level": division.level.value,
        "is_place": division.is_place,
        "path": path,
    }


def _line(row: dict[str, object]) -> str:
    path = row["path"]
    names = " > ".join(path) if isinstance(path, list) else ""
    note = "" if row["is_place"] else "  (no place)"
    return f"{row['code']}  {row['level']}  {names}{note}"
