"""`./xinfang docs`: writes the generated pages and pictures of docs/, and the list in NOTICE."""

import json
from pathlib import Path

import typer

from commands.docs_access import access_page, access_path
from commands.docs_commands import commands_page
from commands.docs_decisions import decisions_page, decisions_path
from commands.docs_law_coverage import coverage_path, law_coverage_page
from commands.docs_notices import with_components
from commands.docs_pictures import IMAGES, INDEX, drawn_from, fold
from commands.docs_settings import settings_page
from commands.samples import SAMPLES, path_of, print_sample
from commands.samples import samples as all_samples
from modeling.bundle import build_bundle
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
def access() -> None:
    """Write docs/access.md: which role may use which operation and page."""
    _write(access_path(), access_page())


@app.command()
def decisions() -> None:
    """Write docs/decision-tables.md from the decision tables of bpmn/."""
    _write(decisions_path(), decisions_page())


@app.command()
def law_coverage() -> None:
    """Write docs/law-coverage.md: each operative article, what carries it, what tests it."""
    _write(coverage_path(), law_coverage_page())


@app.command()
def notices() -> None:
    """Write the list of third-party components in NOTICE, from the locks and installed packages."""
    _write(NOTICE, with_components(NOTICE.read_text(encoding="utf-8")))


@app.command()
def samples() -> None:
    """Print every document once, with invented content, to docs/samples/."""
    build_bundle(on_step=lambda step: typer.echo(f"docs: {step}", err=True))
    SAMPLES.mkdir(exist_ok=True)
    for name in all_samples():
        printed = print_sample(name)
        path_of(name).write_bytes(printed.pdf)
        size = len(printed.pdf) // 1024
        typer.echo(f"printed {path_of(name).relative_to(ROOT)}: {printed.pages} pages, {size} KB")


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


@app.command()
def screens() -> None:
    """Take pictures of the pages, of an invented office on an engine of its own, to docs/images/.

    Needs Chromium and the development packages; takes some minutes.

    Exit codes: 0 taken, 1 no browser, or the office did not get to work.
    """
    # Late: what starts an installation is not needed by the other commands.
    from commands.screens.story import DoesNotGetThere
    from commands.screens.take import take_screens
    from commands.year.installation import DidNotStart
    from commands.year.world import NeverQuiet
    from simulation.client import Refused, ServerGone

    faults = (ModelingError, DidNotStart, NeverQuiet, DoesNotGetThere, Refused, ServerGone)
    try:
        take_screens(lambda path: typer.echo(f"taken {path.relative_to(ROOT)}"))
    except faults as error:
        typer.echo(f"docs: {error}", err=True)
        raise typer.Exit(1) from None


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    typer.echo(f"written {path.relative_to(ROOT)}")
