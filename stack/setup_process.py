"""The supervisor's side of stack.setup: starts it and hears how far it has come."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

from engine.local.launch import die_with_parent
from settings import ROOT
from stack.child import process_environment

PREPARED, DEPLOYED, PROBLEM = "prepared", "deployed", "problem:"


class SetupFailed(Exception):
    """The database or the procedure could not be made ready; the message says why."""


class SetupProcess:
    """One run of `python -m stack.setup`."""

    def __init__(self, environment: Mapping[str, str], log_dir: Path) -> None:
        log_dir.mkdir(parents=True, exist_ok=True)
        self._log = log_dir / "setup.log"
        self._heard: Queue[str] = Queue()
        self._said: list[str] = []
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "stack.setup"],
                cwd=ROOT,
                env=process_environment(environment),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=log,
                start_new_session=True,
                preexec_fn=die_with_parent,
                text=True,
            )
        Thread(target=self._listen, daemon=True).start()

    def has_said(self, word: str) -> bool:
        """Whether it has come that far. Raises SetupFailed when it ended before."""
        ended = self._process.poll() is not None
        while True:
            try:
                self._said.append(self._heard.get(timeout=0.2 if ended else 0))
            except Empty:
                break
        if word in self._said:
            return True
        if ended:
            raise SetupFailed(self._why())
        return False

    def stop(self) -> None:
        """End it, if it still runs."""
        if self._process.poll() is None:
            self._process.terminate()
        self._process.wait()

    def _listen(self) -> None:
        if self._process.stdout is not None:
            with self._process.stdout as lines:
                for line in lines:
                    self._heard.put(line.strip())

    def _why(self) -> str:
        problems = [line.removeprefix(PROBLEM) for line in self._said if line.startswith(PROBLEM)]
        return problems[-1].strip() if problems else self._log.read_text(errors="replace")[-2000:]
