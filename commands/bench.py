"""`./xinfang bench`: programs that print figures of this machine."""

import tempfile
from pathlib import Path

import typer

from benchmarks.start import measure_start
from commands.bench_duplicates import bench_duplicates
from commands.bench_inbox import bench_inbox
from commands.bench_journal import bench_journal

app = typer.Typer(add_completion=False, help=__doc__)
app.command("journal")(bench_journal)
app.command("duplicates")(bench_duplicates)
app.command("inbox")(bench_inbox)


@app.command("start")
def bench_start() -> None:
    """Seconds until `./start` is ready, first and second time, beside the broker alone."""
    with tempfile.TemporaryDirectory(prefix="xinfang-bench-") as directory:
        times = measure_start(Path(directory))
    typer.echo(
        f"broker alone {times.bare:.1f} s, first start {times.first:.1f} s, "
        f"second start {times.second:.1f} s = {times.ratio:.2f} times the broker alone"
    )
