"""A whole Xinfang for tests: `./start --demo` in a directory of its own."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
from sqlalchemy import text

from engine.clock import offset_path
from engine.clock_control import move_clock
from engine.local.state import live_state
from records.database import Database, open_database
from settings import DEMO_PASSWORD, ROOT, Settings
from stack.data_lock import holder_of

START = [sys.executable, "-m", "commands", "start", "--demo"]
SOON = 60.0


@dataclass
class Running:
    """A running Xinfang and what tests need of it."""

    url: str
    data_dir: Path
    process: "subprocess.Popen[str]"
    settings: Settings
    database: Database
    tokens: dict[str, str] = field(default_factory=dict)

    @contextmanager
    def person(self, user: str) -> Iterator[httpx.Client]:
        """A signed-in client of the JSON API; signs in once per person."""
        with httpx.Client(base_url=self.url, timeout=30) as client:
            if user not in self.tokens:
                body = {"user": user, "password": DEMO_PASSWORD}
                self.tokens[user] = client.post("/api/session", json=body).json()["token"]
            client.headers["Authorization"] = f"Bearer {self.tokens[user]}"
            yield client

    def pids(self) -> dict[str, int]:
        """Process ids by name: broker, journal, api, workers."""
        pids: dict[str, int] = holder_of(self.data_dir)["pids"]
        return pids

    def kill(self, name: str) -> None:
        """kill -9 one of the processes; the supervisor starts it again."""
        os.kill(self.pids()[name], signal.SIGKILL)

    def move_clock(self, **delta: float) -> None:
        """Move engine and application forward together (timedelta arguments)."""
        management = self.broker_state()["management"]
        move_clock(offset_path(self.data_dir), management, timedelta(**delta))
        self.tokens.clear()  # a sign-in lasts some hours of the moved time

    def broker_state(self) -> dict[str, str]:
        """Addresses of the broker."""
        state = live_state(self.data_dir)
        assert state is not None
        return {"management": state.management, "rest": state.rest, "grpc": state.grpc}

    def query(self, sql: str, **values: Any) -> list[Any]:
        """Rows of a SELECT over records and journal."""
        with self.database.reading() as session:
            return list(session.execute(text(sql), values).all())


@contextmanager
def running(data_dir: Path, *options: str, **environment: str) -> Iterator[Running]:
    """Start on this data directory, give it when it is ready, stop it afterwards."""
    with (data_dir / "start.err").open("w") as errors:
        process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "commands",
                "start",
                "--demo",
                "--data",
                str(data_dir),
                *options,
            ],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            start_new_session=True,
        )
    try:
        url = _ready_line(process, data_dir)
        database_url = environment.get("XINFANG_DATABASE_URL")
        settings = Settings(data_dir=data_dir, database_url=database_url)
        database = open_database(settings)
        yield Running(url, data_dir, process, settings, database)
        database.close()
    finally:
        stop(process)


def stop(process: "subprocess.Popen[str]") -> int:
    """SIGINT, as Ctrl-C; the exit code."""
    if process.poll() is None:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(60)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    if process.stdout:
        process.stdout.close()
    return process.returncode


def until(ask: Any, seconds: float = SOON, pause: float = 0.1) -> Any:
    """The first true answer; fails when there is none in time."""
    end = time.monotonic() + seconds
    while True:
        answer = ask()
        if answer:
            return answer
        assert time.monotonic() < end, f"nothing within {seconds} s"
        time.sleep(pause)


def _ready_line(process: "subprocess.Popen[str]", data_dir: Path) -> str:
    assert process.stdout is not None
    for line in process.stdout:
        if line.startswith("ready: "):
            return line.removeprefix("ready: ").strip()
    process.wait()
    raise AssertionError(f"start ended: {(data_dir / 'start.err').read_text()}")
