"""Time, the one place that may read it: of the machine, or moved together with the engine's.

Demo and tests move time. The offset lies in `<data>/clock.json`; `OffsetClock` adds it to the
machine's time, and `engine.clock_control` gives the engine the same offset.
"""

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Shanghai")


class Clock(Protocol):
    """What time it is for the law and for people."""

    def now(self) -> datetime:
        """This moment, with the zone Asia/Shanghai."""


def machine_now() -> datetime:
    """The machine's own time, for leases and time-outs, with the zone Asia/Shanghai."""
    return datetime.now(ZONE)


class SystemClock:
    """The machine's time."""

    def now(self) -> datetime:
        """This moment, with the zone Asia/Shanghai."""
        return machine_now()


class OffsetClock:
    """The machine's time moved by the offset in a file, read again whenever the file changes.

    No file means no offset, so this clock serves everywhere.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._read_at: tuple[int, int] | None = None
        self._offset = timedelta()

    def now(self) -> datetime:
        """This moment, moved, with the zone Asia/Shanghai."""
        return machine_now() + self.offset()

    def offset(self) -> timedelta:
        """How far time is moved."""
        try:
            found = self._path.stat()
        except FileNotFoundError:
            self._read_at, self._offset = None, timedelta()
            return self._offset
        # The file is replaced as a whole, so the inode changes even within one tick of mtime.
        mark = (found.st_mtime_ns, found.st_ino)
        if mark != self._read_at:
            self._offset = read_offset(self._path)
            self._read_at = mark
        return self._offset


def offset_path(data_dir: Path) -> Path:
    """The file that holds the offset of a data directory."""
    return data_dir / "clock.json"


def read_offset(path: Path) -> timedelta:
    """The offset in the file; zero when there is none."""
    try:
        kept = json.loads(path.read_text())
    except FileNotFoundError:
        return timedelta()
    return timedelta(milliseconds=int(kept["offset_ms"]))


def write_offset(path: Path, offset: timedelta) -> None:
    """Replace the offset in the file, whole milliseconds."""
    fresh = path.with_suffix(".new")
    fresh.write_text(json.dumps({"offset_ms": offset // timedelta(milliseconds=1)}))
    fresh.replace(path)
