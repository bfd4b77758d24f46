"""One supervised process: started, watched, started again when it dies, stopped in order."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import structlog

from engine.local.launch import die_with_parent
from settings import ROOT

logger = structlog.get_logger(__name__)

BACKOFF_SECONDS = (0.2, 1.0, 3.0, 10.0)
STEADY_SECONDS = 60.0


def process_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment of our processes: what is inherited, their settings, and thrift in memory."""
    return {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        # One heap per thread costs tens of megabytes in a process with many threads.
        "MALLOC_ARENA_MAX": "2",
        **environment,
    }


class Child:
    """A Python process of ours, run as `python -m MODULE`, its output in a log file."""

    def __init__(self, module: str, environment: Mapping[str, str], log_dir: Path) -> None:
        self.module = module
        self._environment = process_environment(environment)
        self._log_path = log_dir / f"{module}.log"
        self._process: subprocess.Popen[bytes] | None = None
        self._started_at = 0.0
        self._failures = 0

    @property
    def pid(self) -> int | None:
        """Process id while it runs."""
        return self._process.pid if self._process and self._process.poll() is None else None

    def start(self) -> None:
        """Start it; returns at once."""
        self._log_path.parent.mkdir(parents=True, exist_ok=True)
        with self._log_path.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", self.module],
                cwd=ROOT,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=die_with_parent,
            )
        self._started_at = time.monotonic()

    def keep_alive(self) -> bool:
        """Start it again when it has died, with a growing pause between tries; True when it did."""
        if self._process is None or self._process.poll() is None:
            return False
        lived = time.monotonic() - self._started_at
        if lived > STEADY_SECONDS:
            self._failures = 0
        if lived < BACKOFF_SECONDS[min(self._failures, len(BACKOFF_SECONDS) - 1)]:
            return False
        logger.warning("child_restarted", module=self.module, exit_code=self._process.returncode)
        self._failures += 1
        self.start()
        return True

    def log_tail(self, lines: int = 15) -> str:
        """The last lines of its log, for a message about why it did not start."""
        if not self._log_path.exists():
            return ""
        return "\n".join(self._log_path.read_text(errors="replace").splitlines()[-lines:])

    def exit_code(self) -> int | None:
        """Its exit code once it has ended."""
        return self._process.poll() if self._process else None

    def stop(self, patience_seconds: float = 10.0) -> None:
        """Ask it to stop, wait, and end it by force when it does not listen."""
        if self._process is None or self._process.poll() is not None:
            return
        self._process.terminate()
        try:
            self._process.wait(patience_seconds)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
