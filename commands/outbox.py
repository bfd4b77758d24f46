"""`./xinfang outbox`: commands that wait for the engine, and those it refused."""

import json
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy import func
from sqlmodel import col, select

from commands.context import open_records
from records.models import OutboxCommand

app = typer.Typer(add_completion=False)


@app.command()
def outbox(
    as_json: Annotated[bool, typer.Option("--json", help="Machine-readable")] = False,
    data: Annotated[Path | None, typer.Option(help="Data directory")] = None,
) -> None:
    """Show what is waiting and what was refused. Exit code 1 when something was refused."""
    with open_records(data) as context, context.database.reading() as session:
        waiting = session.exec(
            select(func.count()).where(col(OutboxCommand.settled_at).is_(None))
        ).one()
        refused = session.exec(select(OutboxCommand).where(OutboxCommand.result == "refused")).all()
    if as_json:
        rows = [{"id": str(r.id), "kind": r.kind, "error": r.error} for r in refused]
        typer.echo(json.dumps({"waiting": waiting, "refused": rows}, ensure_ascii=False))
    else:
        typer.echo(f"waiting {waiting}, refused {len(refused)}")
        for row in refused:
            typer.echo(f"  {row.id} {row.kind} ({row.ordering_key}): {row.error}")
    raise typer.Exit(1 if refused else 0)
