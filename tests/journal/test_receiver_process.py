"""The receiver as a process: starts or says why not, stops when told, survives being killed."""

import base64
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from benchmarks.journal import measure_journal, running_receiver
from benchmarks.sample_stream import SampleStream, bulk_body
from journal import tables
from records.database import Database
from settings import ROOT, Settings
from stack.ports import free_port
from tests.journal.databases import (
    apply,
    make_tables,
    open_journal,
    projections,
    rows,
    sqlite_settings,
)
from tests.journal.records import captured

PASSWORD = "right"
AUTH = ("zeebe", PASSWORD)
GOOD = bulk_body(captured()[:20])


@pytest.fixture
def address(settings: Settings) -> Iterator[str]:
    with running_receiver(settings, PASSWORD) as (_, url):
        yield url


def start(tmp_path: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    known = {name: value for name, value in os.environ.items() if not name.startswith("XINFANG_")}
    return subprocess.run(
        [sys.executable, "-m", "journal"],
        cwd=ROOT,
        env={**known, "XINFANG_DATA_DIR": str(tmp_path), **variables},
        capture_output=True,
        text=True,
        timeout=20,
    )


def test_without_password_it_says_what_to_set(tmp_path: Path) -> None:
    ended = start(tmp_path)
    assert ended.returncode == 2
    assert "XINFANG_JOURNAL_PASSWORD" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_port_in_use_is_named(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        ended = start(tmp_path, XINFANG_JOURNAL_PASSWORD="x", XINFANG_JOURNAL_PORT=port)
    assert ended.returncode == 2
    assert f"127.0.0.1:{port}" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_it_stops_cleanly_when_told(settings: Settings) -> None:
    with running_receiver(settings, PASSWORD) as (process, url):
        httpx.post(f"{url}/_bulk", content=GOOD, auth=AUTH).raise_for_status()
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) == 0


def test_connection_cut_in_the_middle_of_a_body_applies_nothing(
    address: str, journal: Database
) -> None:
    token = base64.b64encode(f"zeebe:{PASSWORD}".encode()).decode()
    host, port = address.removeprefix("http://").split(":")
    # Cut exactly between two records: what has arrived would be a well-formed body.
    cut = b"\n".join(GOOD.split(b"\n")[:10]) + b"\n"
    head = (
        f"POST /_bulk HTTP/1.1\r\nHost: {host}\r\nAuthorization: Basic {token}\r\n"
        f"Transfer-Encoding: chunked\r\n\r\n{len(cut):x}\r\n"
    )
    with socket.create_connection((host, int(port))) as half:
        half.sendall(head.encode() + cut + b"\r\n")
        time.sleep(0.2)
    httpx.post(f"{address}/_bulk", content=GOOD, auth=AUTH).raise_for_status()
    (batch,) = rows(journal, tables.batch)
    assert batch["records"] == 20


def test_killed_in_the_middle_of_a_batch_it_loses_and_doubles_nothing(
    settings: Settings, tmp_path: Path
) -> None:
    stream = SampleStream().records(25_000)
    log = settings.data_dir / "journal.db-wal"
    with running_receiver(settings, PASSWORD) as (process, url), ThreadPoolExecutor() as pool:
        httpx.post(f"{url}/_bulk", content=bulk_body(stream[:500]), auth=AUTH).raise_for_status()
        before = log.stat().st_size
        answer = pool.submit(
            httpx.post, f"{url}/_bulk", content=bulk_body(stream), auth=AUTH, timeout=60
        )
        # Pages of an open transaction spill into the write-ahead log: now it is in the middle.
        while log.stat().st_size <= before and not answer.done():
            time.sleep(0.002)
        process.kill()
        with pytest.raises(httpx.TransportError):
            answer.result()
    database = open_journal(settings)
    assert rows(database, tables.high_water)[0]["position"] == stream[499]["position"]
    assert sum(batch["records"] for batch in rows(database, tables.batch)) == 500
    with running_receiver(settings, PASSWORD) as (_, url):
        for begin in range(0, len(stream), 5_000):
            body = bulk_body(stream[begin : begin + 5_000])
            httpx.post(f"{url}/_bulk", content=body, auth=AUTH, timeout=60).raise_for_status()
    survived = projections(database)
    database.close()
    assert survived == undisturbed(tmp_path / "undisturbed", settings, stream)


def undisturbed(directory: Path, like: Settings, stream: list[dict[str, object]]) -> object:
    """The projections of the same stream in a journal where nothing happened."""
    settings = sqlite_settings(directory)
    make_tables(settings)
    database = open_journal(settings)
    apply(database, *stream)
    result = projections(database)
    database.close()
    return result


def test_figures_of_the_benchmark_are_of_what_was_sent(settings: Settings) -> None:
    speed = measure_journal(settings, records=1_050, batch=100)
    assert (speed.database, speed.records, speed.batches) == ("sqlite", 1_050, 11)
    assert speed.records_per_second > 0
    assert 0 < speed.rss_mb < 120
    database = open_journal(settings)
    assert sum(batch["records"] for batch in rows(database, tables.batch)) == 1_050
    assert rows(database, tables.set_aside) == []
    database.close()


def test_free_port_can_be_listened_on() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", free_port()))
