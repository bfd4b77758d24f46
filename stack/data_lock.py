"""One running Xinfang per data directory."""

import fcntl
import json
import os
from pathlib import Path
from typing import IO, Any


class DataDirectoryHeld(Exception):
    """Another Xinfang uses this data directory."""

    def __init__(self, holder: dict[str, Any]) -> None:
        self.holder = holder
        where = f" at {holder['url']}" if holder.get("url") else ""
        super().__init__(
            f"This data directory is in use by Xinfang process {holder.get('pid', '?')}{where}. "
            "Use that one, stop it, or choose another directory with --data."
        )


class DataLock:
    """Holds the data directory until the process ends, however it ends."""

    def __init__(self, data_dir: Path) -> None:
        data_dir.mkdir(parents=True, exist_ok=True)
        self._path = data_dir / "running.json"
        self._file: IO[str] | None = None

    def take(self) -> None:
        """Raises DataDirectoryHeld when another process has it."""
        file = self._path.open("a+")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            text = file.read()
            file.close()
            raise DataDirectoryHeld(json.loads(text) if text else {}) from None
        self._file = file
        self.tell()

    def tell(self, **facts: Any) -> None:  # noqa: ANN401 - any JSON value
        """Write who holds it and where its pages are, for the next one that asks."""
        if self._file is None:
            return
        self._file.seek(0)
        self._file.truncate()
        json.dump({"pid": os.getpid(), **facts}, self._file)
        self._file.flush()


def holder_of(data_dir: Path) -> dict[str, Any]:
    """What the Xinfang that runs on this data directory told of itself; empty when none runs."""
    path = data_dir / "running.json"
    if not path.exists():
        return {}
    with path.open("r") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            told: dict[str, Any] = json.loads(file.read())
            return told
    return {}
