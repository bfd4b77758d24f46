"""How long `./start` takes, beside the broker alone with the same Java options."""

import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from pydantic import SecretStr

from engine.local.broker import LocalBroker
from settings import ROOT, Settings


@dataclass(frozen=True)
class StartTimes:
    """Seconds. `bare` is the broker alone on a directory it has used before."""

    bare: float
    first: float
    second: float

    @property
    def ratio(self) -> float:
        """Second start against the bare broker."""
        return self.second / self.bare


def measure_start(directory: Path) -> StartTimes:
    """Broker alone twice (the second counts), then `./start --demo` twice on one directory."""
    _bare(directory / "bare")
    bare = _bare(directory / "bare")
    first = _whole(directory / "whole")
    return StartTimes(bare, first, _whole(directory / "whole"))


def _bare(data_dir: Path) -> float:
    settings = Settings(data_dir=data_dir, journal_password=SecretStr("none"))
    # Nobody listens there: the broker keeps its records and starts all the same.
    broker = LocalBroker(settings, "http://127.0.0.1:9")
    began = time.monotonic()
    broker.start()
    broker.wait_ready()
    took = time.monotonic() - began
    broker.stop()
    return took


def _whole(data_dir: Path) -> float:
    began = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", "commands", "start", "--demo", "--data", str(data_dir)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    if process.stdout is not None:
        with process.stdout as lines:
            for line in lines:
                if line.startswith("ready:"):
                    break
    took = time.monotonic() - began
    process.send_signal(signal.SIGINT)
    process.wait()
    return took
