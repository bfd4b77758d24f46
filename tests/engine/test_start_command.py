"""`./start`: ready line, second start, two side by side, nothing left behind."""

import subprocess
import sys
from pathlib import Path

import httpx
import psutil
import pytest

from settings import ROOT
from tests.running import Running, running, stop

pytestmark = pytest.mark.engine


def start_again(*options: str) -> "subprocess.CompletedProcess[str]":
    """Another start that is expected to give up at once."""
    return subprocess.run(
        [sys.executable, "-m", "commands", "start", *options],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_second_start_says_what_holds_the_data_directory(xinfang: Running) -> None:
    second = start_again("--demo", "--data", str(xinfang.data_dir))
    assert second.returncode == 2
    assert xinfang.url in second.stderr.replace("\n", "")
    assert httpx.get(f"{xinfang.url}/health").status_code == 200


def test_a_port_in_use_is_named(xinfang: Running, tmp_path: Path) -> None:
    port = xinfang.url.rsplit(":", 1)[1]
    second = start_again("--data", str(tmp_path), "--port", port)
    assert second.returncode == 2
    assert f"Port {port}" in second.stderr


def test_an_unknown_engine_version_is_refused_with_the_known_ones(
    xinfang: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XINFANG_ENGINE_VERSION", "9.9.9")
    second = start_again("--data", str(tmp_path))
    assert second.returncode == 2
    assert "8.6.0" in second.stderr
    assert "8.5.8" in second.stderr


def test_a_nearly_full_disk_is_refused_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XINFANG_ENGINE_MIN_FREE_MB", str(10**9))
    second = start_again("--data", str(tmp_path))
    assert second.returncode == 1
    assert "MB" in second.stderr
    assert not (tmp_path / "records.db").exists()


def test_two_run_side_by_side_and_sigint_leaves_no_process_behind(
    xinfang: Running, tmp_path: Path
) -> None:
    with running(tmp_path) as other:
        assert other.url != xinfang.url
        pids = [*other.pids().values(), other.process.pid]
        assert all(psutil.pid_exists(pid) for pid in pids)
        assert stop(other.process) == 0
    assert not [pid for pid in pids if psutil.pid_exists(pid)]
    assert httpx.get(f"{xinfang.url}/health").status_code == 200


def test_kill_9_of_the_supervisor_takes_everything_with_it(tmp_path: Path) -> None:
    with running(tmp_path) as other:
        pids = list(other.pids().values())
        other.process.kill()
        other.process.wait()
        gone, alive = psutil.wait_procs([psutil.Process(pid) for pid in pids], timeout=20)
        assert not alive
        assert len(gone) <= len(pids)
