"""`./xinfang numbers`: how petition numbers (编号) and document numbers (文号) are written."""

import json
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from commands.context import open_records
from records.errors import RecordsError
from records.models.number_scheme import Numbered
from records.number_schemes import add_scheme, list_schemes

app = typer.Typer(add_completion=False, help=__doc__)
DataOption = Annotated[Path | None, typer.Option(help="Data directory")]


@app.command("list")
def list_all(
    as_json: Annotated[bool, typer.Option("--json", help="Machine-readable")] = False,
    data: DataOption = None,
) -> None:
    """Every scheme: what it numbers, first and last day, pattern."""
    with open_records(data) as context, context.database.reading() as session:
        schemes = list_schemes(session)
    if as_json:
        rows = [scheme.model_dump(mode="json", exclude={"id"}) for scheme in schemes]
        typer.echo(json.dumps(rows, ensure_ascii=False))
        return
    for scheme in schemes:
        until = scheme.in_force_to or ""
        typer.echo(f"{scheme.what}  {scheme.in_force_from}..{until}  {scheme.pattern}")


@app.command()
def add(
    what: Numbered,
    pattern: Annotated[
        str, typer.Argument(help="petition: division unit year form serial:N, each in braces")
    ],
    starts: Annotated[
        datetime, typer.Option("--from", formats=["%Y-%m-%d"], help="first day, after today")
    ],
    reason: Annotated[str, typer.Option(help="why; kept with the scheme")],
    data: DataOption = None,
) -> None:
    """Write numbers by another pattern from a day on; serials go on counting.

    A document's parts are designation, kind, year and serial. Exit code 2: the pattern is unfit.
    """
    with open_records(data) as context, context.database.transaction() as session:
        try:
            add_scheme(
                session,
                what,
                pattern,
                in_force_from=starts.date(),
                reason=reason[:300],
                actor="command",
                now=context.clock.now(),
            )
        except RecordsError as problem:
            typer.echo(f"numbers: {problem}", err=True)
            raise typer.Exit(2) from None
    typer.echo(f"{what} from {starts.date()}: {pattern}")
