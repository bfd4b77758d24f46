"""How fast the receiver takes records in: a made-up stream over real HTTP into a real process."""

import os
import secrets
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import psutil

from benchmarks.sample_stream import SampleStream, bulk_body
from engine.local.ports import free_ports
from settings import ROOT, Settings

START_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class JournalSpeed:
    """Figures of one run; `rss_mb` is the receiver's memory at the end."""

    database: str
    records: int
    batches: int
    seconds: float
    rss_mb: int

    @property
    def records_per_second(self) -> int:
        """Records taken in per second, from the first request to the last answer."""
        return round(self.records / self.seconds)


def measure_journal(settings: Settings, *, records: int, batch: int) -> JournalSpeed:
    """Post `records` made-up records in batches into a receiver on these settings' database.

    The tables must exist and be empty. Raises httpx.HTTPStatusError when a batch is refused.
    """
    stream = SampleStream().records(records)
    bodies = [bulk_body(stream[start : start + batch]) for start in range(0, records, batch)]
    password = secrets.token_urlsafe(16)
    with running_receiver(settings, password) as (process, url), httpx.Client() as client:
        auth = httpx.BasicAuth(settings.journal_user, password)
        started = time.perf_counter()
        for body in bodies:
            client.post(f"{url}/_bulk", content=body, auth=auth, timeout=60).raise_for_status()
        seconds = time.perf_counter() - started
        rss_mb = psutil.Process(process.pid).memory_info().rss // 2**20
    name = "postgresql" if settings.database_url else "sqlite"
    return JournalSpeed(name, records, len(bodies), seconds, rss_mb)


@contextmanager
def running_receiver(
    settings: Settings, password: str
) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """A receiver process on a free port of loopback; gives the process and its address."""
    port = free_ports().rest
    url = f"http://127.0.0.1:{port}"
    process = subprocess.Popen(
        [sys.executable, "-m", "journal"], cwd=ROOT, env=_environment(settings, password, port)
    )
    try:
        _await_health(process, url)
        yield process, url
    finally:
        process.terminate()
        process.wait(10)


def _environment(settings: Settings, password: str, port: int) -> dict[str, str]:
    environment = {
        **os.environ,
        "XINFANG_DATA_DIR": str(Path(settings.data_dir).resolve()),
        "XINFANG_JOURNAL_HOST": "127.0.0.1",
        "XINFANG_JOURNAL_PORT": str(port),
        "XINFANG_JOURNAL_USER": settings.journal_user,
        "XINFANG_JOURNAL_PASSWORD": password,
        "XINFANG_LOG_LEVEL": "WARNING",
    }
    if settings.database_url:
        environment["XINFANG_DATABASE_URL"] = settings.database_url
    return environment


def _await_health(process: subprocess.Popen[bytes], url: str) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            httpx.get(f"{url}/health", timeout=1).raise_for_status()
        except httpx.HTTPError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError("the receiver did not start; its standard error says why")
