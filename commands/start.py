"""`./start`: engine, journal, application and workers, from nothing to a page that answers."""

import signal
import threading
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from commands.installing import install_with_progress
from commands.options import load_settings
from engine.errors import EngineError
from modeling.bundle import build_bundle
from modeling.errors import ModelingError
from settings import DEMO_PASSWORD
from stack.data_lock import DataDirectoryHeld
from stack.ports import PortTaken, check_port
from stack.quick_boot import prepare_in_background
from stack.setup_process import SetupFailed
from stack.supervisor import NotReady, Stopped, Supervisor

app = typer.Typer(add_completion=False)
WATCH_SECONDS = 0.5


@app.command()
def start(
    demo: Annotated[bool, typer.Option(help="Demo accounts, a demo city, a movable clock")] = False,
    port: Annotated[int, typer.Option(help="Port of the pages; 0 picks a free one")] = 0,
    data: Annotated[Path | None, typer.Option(help="Data directory")] = None,
) -> None:
    """Start everything and stay; Ctrl-C stops all of it.

    Exit codes: 0 stopped by a signal, 1 something did not come up, 2 wrong use.
    """
    console = Console(stderr=True, highlight=False)
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    given: dict[str, object] = {"demo": demo, "engine_controlled_clock": True} if demo else {}
    if port:
        given["api_port"] = port
    settings = load_settings(data, **given)
    try:
        check_port(settings.api_host, settings.api_port)
        supervisor = Supervisor(settings, tell=lambda step: console.print(f"[dim]{step}[/dim]"))
    except (PortTaken, DataDirectoryHeld) as problem:
        console.print(f"[red]start:[/red] {problem}")
        raise typer.Exit(2) from None
    try:
        if supervisor.broker:
            install_with_progress(settings.engine_version, settings.cache_dir, console)
        build_bundle(on_step=lambda step: console.print(f"[dim]pages: {step}[/dim]"))
        supervisor.start(stop)
        _greet(console, supervisor)
        prepare_in_background(settings)
        while not stop.wait(WATCH_SECONDS):
            supervisor.watch()
    except Stopped:
        console.print("[dim]stopped[/dim]")
    except (NotReady, SetupFailed, EngineError, ModelingError) as problem:
        console.print(f"[red]start:[/red] {problem}")
        raise typer.Exit(1) from None
    finally:
        supervisor.stop()


def _greet(console: Console, supervisor: Supervisor) -> None:
    if supervisor.settings.demo:
        console.print(
            f"demo accounts: clerk, classifier, handler_zj, unit_leader_zj, manager, operator ... "
            f"password of all: {DEMO_PASSWORD}"
        )
    console.print(f"data: {supervisor.settings.data_dir}")
    typer.echo(f"ready: {supervisor.url}")
