"""Installing the engine with a progress bar on the download."""

from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TransferSpeedColumn

from engine.install import install
from engine.release import is_installed, release


def install_with_progress(version: str, cache_dir: Path, console: Console) -> None:
    """Install this Zeebe unless it is there. Raises the errors of engine.install."""
    wanted = release(version)
    if is_installed(version, cache_dir):
        return
    columns = (TextColumn("Zeebe {task.description}"), BarColumn(), DownloadColumn())
    with Progress(*columns, TransferSpeedColumn(), console=console) as progress:
        task = progress.add_task(version, total=wanted.size)
        install(
            version,
            cache_dir,
            lambda arrived, total: progress.update(task, completed=arrived, total=total),
        )
