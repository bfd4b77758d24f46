"""A `./start --demo` of its own for a simulated year, its clock standing at the beginning of it."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from engine.clock import ZONE, machine_now, offset_path, write_offset
from engine.local.launch import die_with_parent
from settings import ROOT

FIRST_HOUR = 9
STOP_SECONDS = 90
# A year passes within hours of the machine: one sign-in lasts, and records come in larger batches.
BULK = {"XINFANG_JOURNAL_BULK_SIZE": "50", "XINFANG_SESSION_HOURS": "168"}


class NotFresh(Exception):
    """There is an installation in this data directory, and its time does not go back. Take an empty
    one, or none."""

    def __init__(self) -> None:
        super().__init__(" ".join((self.__doc__ or "").split()))


class DidNotStart(Exception):
    """The installation did not come up."""


@dataclass(frozen=True)
class Installation:
    """A running installation."""

    url: str
    data_dir: Path


@contextmanager
def installation(data_dir: Path, year: int) -> Iterator[Installation]:
    """Start at 1 January 09:00 of the year, give it when it is ready, stop it at the end.

    Raises NotFresh, DidNotStart.
    """
    data_dir.mkdir(parents=True, exist_ok=True)
    if any(data_dir.iterdir()):
        raise NotFresh
    write_offset(offset_path(data_dir), _offset_to(datetime(year, 1, 1, FIRST_HOUR, tzinfo=ZONE)))
    (data_dir / "logs").mkdir()
    process = _start(data_dir)
    try:
        yield Installation(_url(process, data_dir), data_dir)
    finally:
        _stop(process)


def _offset_to(moment: datetime) -> timedelta:
    seconds = timedelta(seconds=1)
    return (moment - machine_now()) // seconds * seconds


def _start(data_dir: Path) -> "subprocess.Popen[str]":
    with (data_dir / "logs" / "start.log").open("w") as log:
        return subprocess.Popen(
            [sys.executable, "-m", "commands", "start", "--demo", "--data", str(data_dir)],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT), **BULK},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
            start_new_session=True,
            preexec_fn=die_with_parent,
        )


def _url(process: "subprocess.Popen[str]", data_dir: Path) -> str:
    for line in process.stdout or ():
        if line.startswith("ready: "):
            return line.removeprefix("ready: ").strip()
    process.wait()
    raise DidNotStart((data_dir / "logs" / "start.log").read_text(errors="replace")[-2000:])


def _stop(process: "subprocess.Popen[str]") -> None:
    if process.poll() is None:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    if process.stdout:
        process.stdout.close()
