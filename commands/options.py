"""Settings as the command line gives them."""

from pathlib import Path

import typer
from pydantic import ValidationError

from settings import Settings


def load_settings(data_dir: Path | None, **given: object) -> Settings:
    """The settings, with what the command line gives. Says what is wrong with them and exits 2."""
    if data_dir:
        given["data_dir"] = data_dir.resolve()
    try:
        return Settings(**given)  # type: ignore[arg-type]
    except ValidationError as error:
        for problem in error.errors(include_input=False, include_url=False):
            name = "XINFANG_" + "_".join(str(part) for part in problem["loc"]).upper()
            typer.echo(f"xinfang: {name}: {problem['msg']}", err=True)
        raise typer.Exit(2) from None
