"""Writers of one SQLite file take turns.

SQLite lets one write at a time; who finds the file taken sleeps and asks again, for up to a tenth
of a second each time, and whoever happens to ask first gets it. Application and workers then wait
longer for each other than they write. A lock of the operating system beside the file, asked for
every millisecond by one thread of each process, hands the turn over at once. It is a courtesy
only: the file's own lock still decides.
"""

import fcntl
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ASK_SECONDS = 0.001


class WriteTurn:
    """One for each process and file. `path` is made when it is not there."""

    def __init__(self, path: Path, longest_seconds: float) -> None:
        self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        self._threads = threading.Lock()
        self._longest = longest_seconds

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Wait for the turn, at most the longest time, then go on: the file's lock has the word."""
        end = time.monotonic() + self._longest
        if not self._threads.acquire(timeout=self._longest):
            yield
            return
        try:
            self._wait(end)
            yield
        finally:
            fcntl.flock(self._descriptor, fcntl.LOCK_UN)
            self._threads.release()

    def close(self) -> None:
        """Let go of the file."""
        os.close(self._descriptor)

    def _wait(self, end: float) -> None:
        while time.monotonic() < end:
            try:
                fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                time.sleep(ASK_SECONDS)
            else:
                return
