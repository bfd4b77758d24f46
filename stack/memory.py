"""Memory of our own processes: everything but the engine, which is Java."""

import contextlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import psutil

from stack.data_lock import holder_of

LOOK_SECONDS = 1.0


def our_memory_mb(data_dir: Path) -> int:
    """Resident memory of supervisor, journal, application, workers and this process, in MB."""
    holder = holder_of(data_dir)
    pids = {name: pid for name, pid in holder.get("pids", {}).items() if name != "broker"}
    total = 0
    for pid in {*pids.values(), holder.get("pid"), os.getpid()} - {None}:
        with contextlib.suppress(psutil.Error):
            total += psutil.Process(pid).memory_info().rss
    return total // 2**20


@contextmanager
def watched_memory(data_dir: Path) -> Iterator[list[int]]:
    """A list that holds the peak, in MB, of what `our_memory_mb` sees while the block runs."""
    peak = [0]
    stop = Event()

    def look() -> None:
        while not stop.wait(LOOK_SECONDS):
            peak[0] = max(peak[0], our_memory_mb(data_dir))

    thread = Thread(target=look, daemon=True)
    thread.start()
    try:
        yield peak
    finally:
        stop.set()
        thread.join()
