"""`./xinfang bench`: programs that print figures of this machine."""

import tempfile
from pathlib import Path
from typing import Annotated

import typer

from benchmarks.start import measure_start
from benchmarks.steps import measure_steps
from commands.bench_duplicates import bench_duplicates
from commands.bench_journal import bench_journal

app = typer.Typer(add_completion=False, help=__doc__)
app.command("journal")(bench_journal)
app.command("duplicates")(bench_duplicates)


@app.command("steps")
def bench_steps(
    petitions: Annotated[int, typer.Option(min=1, help="Petitions to measure with")] = 300,
    warm_up: Annotated[int, typer.Option(min=0, help="Petitions before measuring")] = 300,
) -> None:
    """Petitions a second: the whole procedure, and the same diagram with idle workers."""
    with tempfile.TemporaryDirectory(prefix="xinfang-bench-") as directory:
        speed = measure_steps(
            Path(directory), petitions, warm_up, lambda step: typer.echo(step, err=True)
        )
    typer.echo(
        f"{speed.petitions} petitions: whole {speed.whole:.1f}/s, "
        f"same diagram with idle workers {speed.alone:.1f}/s"
    )


@app.command("start")
def bench_start() -> None:
    """Seconds until `./start` is ready, first and second time, beside the broker alone."""
    with tempfile.TemporaryDirectory(prefix="xinfang-bench-") as directory:
        times = measure_start(Path(directory))
    typer.echo(
        f"broker alone {times.bare:.1f} s, first start {times.first:.1f} s, "
        f"second start {times.second:.1f} s = {times.ratio:.2f} times the broker alone"
    )
