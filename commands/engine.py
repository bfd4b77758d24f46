"""`./xinfang engine`: install, start, stop the local Zeebe; its status; deploy to it.

`./start` does all of this by itself; these are for work on one piece at a time.
"""

import asyncio
import json
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import structlog
import typer
from pydantic import SecretStr
from rich.console import Console

from commands.installing import install_with_progress
from commands.options import load_settings
from engine.address import resolve_address
from engine.clock import offset_path
from engine.clock_control import reapply_offset
from engine.errors import EngineError
from engine.local import LocalBroker, live_state
from engine.local.health import is_ready
from engine.local.ports import LOOPBACK
from engine.local.state import BrokerState, engine_directory
from engine.local.stop import stop_broker
from engine.quick_boot import prepare_quick_boot
from engine.release import UnknownRelease, is_installed
from settings import ROOT, Settings
from stack.ports import free_port
from stack.secrets import load_secrets

app = typer.Typer(add_completion=False, no_args_is_help=True)

DataOption = Annotated[Path | None, typer.Option("--data", help="Data directory.")]
console = Console(stderr=True)


@app.callback(help=__doc__)
def log_to_stderr() -> None:
    """Standard output is for answers, log lines go beside it."""
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.stderr))


@app.command("install")
def install_engine(
    version: Annotated[
        str | None, typer.Option(help="8.6.0 or 8.5.8; default: XINFANG_ENGINE_VERSION.")
    ] = None,
    quick_boot: Annotated[
        bool,
        typer.Option(help="Also make the archive for quick boots (half a minute, once)."),
    ] = True,
) -> None:
    """Fetch the engine into the cache, once for all data directories."""
    # `./start` may end while this runs in the background: clean up as after Ctrl-C.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    settings = load_settings(None)
    wanted = version or settings.engine_version
    with _finding():
        install_with_progress(wanted, settings.cache_dir, console)
        if quick_boot:
            with console.status("Making the archive for quick boots ..."):
                prepare_quick_boot(wanted, settings.cache_dir)
    typer.echo(f"Zeebe {wanted} is installed.")


@app.command()
def start(
    data: DataOption = None,
    controlled_clock: Annotated[
        bool, typer.Option("--controlled-clock", help="With a movable clock (demo, tests).")
    ] = False,
) -> None:
    """Start the engine in the background; finds it when it runs already."""
    settings = _own_engine(data, controlled_clock=controlled_clock)
    running = live_state(settings.data_dir)
    if running is not None:
        typer.echo(f"already running: process {running.pid}, gRPC {running.grpc}")
        return
    with _finding():
        install_with_progress(settings.engine_version, settings.cache_dir, console)
        broker = LocalBroker(settings, _journal_url(settings))
        state = broker.start(detached=True)
        with console.status("The engine is booting ..."):
            broker.wait_ready()
            if state.controlled_clock:
                reapply_offset(offset_path(settings.data_dir), state.management)
    typer.echo(f"ready: process {state.pid}, gRPC {state.grpc}, REST {state.rest}")
    typer.echo(f"It sends its records to {state.journal_url}: run `python -m journal` there.")


@app.command()
def stop(data: DataOption = None) -> None:
    """Stop the engine that `start` started."""
    state = live_state(load_settings(data).data_dir)
    if state is None:
        typer.echo("not running")
        return
    with console.status("The engine is stopping ..."):
        stop_broker(state)
    typer.echo("stopped")


@app.command()
def status(
    data: DataOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Machine-readable.")] = False,
) -> None:
    """What is installed and what runs. Exit code 1 when no healthy engine runs."""
    settings = load_settings(data)
    state = live_state(settings.data_dir)
    healthy = state is not None and is_ready(state.rest, state.management, state.version)
    version = state.version if state else settings.engine_version
    facts: dict[str, object] = {
        "version": version,
        "installed": is_installed(version, settings.cache_dir),
        "running": state is not None,
        "healthy": healthy,
    }
    if state is not None:
        facts |= {
            "pid": state.pid,
            "rest": state.rest,
            "grpc": state.grpc,
            "management": state.management,
            "controlled_clock": state.controlled_clock,
            "journal_url": state.journal_url,
        }
    if as_json:
        typer.echo(json.dumps(facts))
    else:
        for name, value in facts.items():
            typer.echo(f"{name:<17}{value}")
    raise typer.Exit(0 if healthy else 1)


@app.command()
def deploy(
    data: DataOption = None,
    wait: Annotated[
        bool, typer.Option("--wait", help="Wait up to five minutes for the engine.")
    ] = False,
) -> None:
    """Deploy all diagrams, decisions and forms in one deployment."""
    # Imported here: gRPC takes a while to load and the other commands do without.
    from engine.deploy import deploy_when_ready

    with _finding():
        address = resolve_address(load_settings(data))
        processes = asyncio.run(
            deploy_when_ready(address, ROOT, patience_seconds=300.0 if wait else 10.0)
        )
    for process in processes:
        typer.echo(f"{process.process_id} version {process.version}")


@contextmanager
def _finding() -> Iterator[None]:
    """What stands in the way is told in one sentence: exit code 1, wrong use 2."""
    try:
        yield
    except UnknownRelease as error:
        typer.echo(f"xinfang: {error}", err=True)
        raise typer.Exit(2) from None
    except EngineError as error:
        typer.echo(f"xinfang: {error}", err=True)
        raise typer.Exit(1) from None


def _own_engine(data: Path | None, *, controlled_clock: bool) -> Settings:
    settings = load_settings(data)
    secrets = load_secrets(settings.data_dir)
    changes: dict[str, object] = {}
    if settings.journal_password is None:
        changes["journal_password"] = SecretStr(secrets["journal_password"])
    if controlled_clock:
        changes["engine_controlled_clock"] = True
    return settings.model_copy(update=changes)


def _journal_url(settings: Settings) -> str:
    """The receiver's address: the configured port, else that of the last start, else a new one."""
    last = BrokerState.read(engine_directory(settings.data_dir))
    if settings.journal_port:
        return f"http://{settings.journal_host}:{settings.journal_port}"
    return last.journal_url if last else f"http://{LOOPBACK}:{free_port()}"
