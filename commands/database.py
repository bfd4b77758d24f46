"""`./xinfang database prepare`: tables, calendar, demo data; for installations without ./start."""

from pathlib import Path
from typing import Annotated

import typer

from commands.options import load_settings
from engine.clock import SystemClock
from stack.prepare import prepare as prepare_database

app = typer.Typer(add_completion=False, help=__doc__)


@app.callback()
def group() -> None:
    """The databases of this installation."""


@app.command()
def prepare(data: Annotated[Path | None, typer.Option(help="Data directory")] = None) -> None:
    """Bring the databases to the newest shape and fill what is empty. Safe to repeat."""
    prepare_database(load_settings(data), now=SystemClock().now())
    typer.echo("prepared")
