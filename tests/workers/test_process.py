"""`python -m workers` as the supervisor starts it."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil

from settings import ROOT

NOBODY_THERE = "127.0.0.1:1"
MOST_MEMORY = 110 * 1024 * 1024


def start(data_dir: Path, **settings: str) -> subprocess.Popen[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("XINFANG_")}
    return subprocess.Popen(
        [sys.executable, "-m", "workers"],
        cwd=ROOT,
        env={**kept, "XINFANG_DATA_DIR": str(data_dir), **settings},
        stderr=subprocess.PIPE,
        text=True,
    )


def test_without_an_engine_address_it_says_what_to_set(tmp_path: Path) -> None:
    with start(tmp_path) as process:
        _, told = process.communicate(timeout=30)
    assert process.returncode == 2
    assert "XINFANG_ZEEBE_GRPC" in json.loads(told)["advice"]


def test_while_the_engine_is_away_it_waits_small_and_ends_when_told(tmp_path: Path) -> None:
    with start(tmp_path, XINFANG_ZEEBE_GRPC=NOBODY_THERE) as process:
        assert process.stderr
        assert json.loads(process.stderr.readline())["event"] == "workers_started"
        assert json.loads(process.stderr.readline())["level"] == "warning"
        memory = psutil.Process(process.pid).memory_info().rss
        process.send_signal(signal.SIGTERM)
        _, told = process.communicate(timeout=30)
    assert process.returncode == 0
    assert json.loads(told.splitlines()[-1])["event"] == "workers_stopped"
    assert memory < MOST_MEMORY
