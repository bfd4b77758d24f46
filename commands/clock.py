"""`./xinfang clock`: move the time of engine and application together (demo, tests)."""

import json
import re
from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer

from commands.engine import log_to_stderr
from commands.options import load_settings
from engine.address import resolve_address
from engine.clock import OffsetClock, offset_path, read_offset
from engine.clock_control import ClockNotControlled, ClockOnlyForward, move_clock
from engine.errors import EngineError

app = typer.Typer(add_completion=False, no_args_is_help=True)
app.callback(help=__doc__)(log_to_stderr)

DataOption = Annotated[Path | None, typer.Option("--data", help="Data directory.")]
UNITS = {"d": "days", "h": "hours", "m": "minutes", "s": "seconds"}


def parse_span(text: str) -> timedelta:
    """`20d`, `3h`, `90m`, `30s`. Raises BadParameter."""
    found = re.fullmatch(r"(\d+)([dhms])", text)
    if found is None:
        raise typer.BadParameter(f"{text}: write 20d, 3h, 90m or 30s.", param_hint="SPAN")
    try:
        return timedelta(**{UNITS[found[2]]: int(found[1])})
    except OverflowError:
        raise typer.BadParameter(f"{text} is too long.", param_hint="SPAN") from None


@app.command()
def add(
    span: Annotated[str, typer.Argument(help="How far forward: 20d, 3h, 90m, 30s.")],
    data: DataOption = None,
) -> None:
    """Move time forward. A daily timer fires once per move: live through weeks day by day."""
    delta = parse_span(span)
    settings = load_settings(data)
    try:
        address = resolve_address(settings)
        if not address.controlled_clock or address.management is None:
            raise ClockNotControlled
        path = offset_path(settings.data_dir)
        move_clock(path, address.management, delta)
    except EngineError as error:
        typer.echo(f"xinfang: {error}", err=True)
        raise typer.Exit(1) from None
    typer.echo(OffsetClock(path).now().isoformat(timespec="seconds"))


@app.command()
def show(
    data: DataOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Machine-readable.")] = False,
) -> None:
    """The time that holds for engine and application, and how far it is moved."""
    path = offset_path(load_settings(data).data_dir)
    now = OffsetClock(path).now().isoformat(timespec="seconds")
    offset = read_offset(path)
    if as_json:
        typer.echo(json.dumps({"now": now, "offset_seconds": offset // timedelta(seconds=1)}))
    else:
        typer.echo(f"{now} (moved by {offset})")


@app.command()
def reset() -> None:
    """Refused: time moves forward only."""
    typer.echo(f"xinfang: {ClockOnlyForward()}", err=True)
    raise typer.Exit(2)
