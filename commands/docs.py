"""`./xinfang docs`: writes the generated pages and pictures of docs/, and the list in NOTICE."""

import json
from pathlib import Path

import typer

from commands.docs_commands import commands_page
from commands.docs_notices import with_components
from commands.docs_pictures import IMAGES, INDEX, drawn_from, fold
from commands.docs_settings import settings_page
from modeling.errors import ModelingError
from modeling.picture import draw
from settings import ROOT

DOCS = ROOT / "docs"
NOTICE = ROOT / "NOTICE"

app = typer.Typer(add_completion=False, no_args_is_help=True, help=__doc__)


@app.command()
def settings() -> None:
    """Write docs/settings.md from the settings class."""
    _write(DOCS / "settings.md", settings_page())


@app.command("commands")
def all_commands() -> None:
    """Write docs/commands.md from the commands' own help."""
    _write(DOCS / "commands.md", commands_page())


@app.command()
def notices() -> None:
    """Write the list of third-party components in NOTICE, from the locks and installed packages."""
    _write(NOTICE, with_components(NOTICE.read_text(encoding="utf-8")))


@app.command()
def pictures() -> None:
    """Draw every diagram of bpmn/ to docs/images/; needs Chromium and the development packages.

    Exit codes: 0 drawn, 1 no browser, or a diagram that cannot be shown.
    """
    IMAGES.mkdir(exist_ok=True)
    index: dict[str, dict[str, str]] = {}
    for diagram in sorted((ROOT / "bpmn").glob("*.bpmn")):
        picture = IMAGES / f"{diagram.stem}.png"
        try:
            draw(diagram, picture)
            fold(diagram, picture)
        except ModelingError as error:
            typer.echo(f"docs: {error}", err=True)
            raise typer.Exit(1) from None
        index[picture.name] = drawn_from(diagram)
        typer.echo(f"drawn {picture.relative_to(ROOT)}")
    _write(INDEX, json.dumps(index, indent=2) + "\n")


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    typer.echo(f"written {path.relative_to(ROOT)}")
