"""What is checked before a broker starts, so that a wrong start says why in one sentence."""

import os
import shutil
from pathlib import Path

from engine.errors import EngineError


class DiskFull(EngineError):
    """Too little free disk space for the engine."""

    def __init__(self, directory: Path, free_mb: int, needed_mb: int) -> None:
        super().__init__(
            f"{directory} has {free_mb} MB free, the engine needs {needed_mb} MB. Free some space, "
            "choose another directory with --data, or lower XINFANG_ENGINE_MIN_FREE_MB."
        )


class NotWritable(EngineError):
    """The data directory cannot be written."""

    def __init__(self, directory: Path) -> None:
        super().__init__(
            f"{directory} cannot be written. Change its owner, or choose another with --data."
        )


class MadeByAnotherVersion(EngineError):
    """The engine's data was made by another version."""

    def __init__(self, directory: Path, made_by: str, wanted: str) -> None:
        super().__init__(
            f"The engine's data in {directory} was made by Zeebe {made_by} and cannot be read by "
            f"{wanted}. Set XINFANG_ENGINE_VERSION={made_by}, or choose another directory with "
            "--data."
        )


def check_writable(directory: Path) -> None:
    """Make the directory if need be. Raises NotWritable."""
    try:
        directory.mkdir(parents=True, exist_ok=True)
        probe = directory / f".probe-{os.getpid()}"
        probe.touch()
        probe.unlink()
    except OSError:
        raise NotWritable(directory) from None


def check_disk(directory: Path, needed_mb: int) -> None:
    """Raises DiskFull. The broker itself stops working below 512 MB."""
    free_mb = shutil.disk_usage(directory).free // 2**20
    if free_mb < needed_mb:
        raise DiskFull(directory, free_mb, needed_mb)


def check_version(engine_dir: Path, wanted: str) -> None:
    """Raises MadeByAnotherVersion; remembers the version when the data is new."""
    mark = engine_dir / "version"
    made_by = mark.read_text().strip() if mark.exists() else None
    if made_by is None:
        mark.write_text(wanted + "\n")
    elif made_by != wanted:
        raise MadeByAnotherVersion(engine_dir, made_by, wanted)
