"""What commands share: settings of a data directory, its database, its clock."""

from dataclasses import dataclass
from pathlib import Path

import typer
from pydantic import ValidationError

from engine.clock import Clock, OffsetClock, offset_path
from records.database import Database, open_database
from records.migrate import migrate
from settings import Settings


@dataclass(frozen=True)
class Context:
    """Settings, database (writing records) and clock of one data directory."""

    settings: Settings
    database: Database
    clock: Clock


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


def open_records(data_dir: Path | None) -> Context:
    """Open the records of a data directory, made or brought to the newest shape if need be."""
    settings = load_settings(data_dir)
    both = open_database(settings, writes="both")
    migrate(both)
    both.close()
    clock = OffsetClock(offset_path(settings.data_dir))
    return Context(settings, open_database(settings), clock)
