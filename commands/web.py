"""`./xinfang web build`: the bundle of scripts and styles."""

import typer
from rich.console import Console

from modeling.bundle import build_bundle

app = typer.Typer(add_completion=False, help=__doc__)


@app.callback()
def group() -> None:
    """Scripts and styles of the pages."""


@app.command()
def build(force: bool = False) -> None:
    """Build when sources or versions have changed."""
    console = Console(stderr=True)
    build_bundle(force=force, on_step=lambda step: console.print(f"web: {step}"))
