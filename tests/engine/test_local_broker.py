"""The commands around a real broker: install, start, status, stop, and what they refuse."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr

from engine.clock import offset_path, read_offset
from engine.clock_control import engine_offset
from engine.local import LocalBroker, live_state
from engine.local.checks import MadeByAnotherVersion
from engine.local.state import BrokerState, DataDirectoryHeld
from engine.local.stop import stop_broker
from settings import ROOT, Settings
from tests.engine.receiver import Received, receiver

pytestmark = pytest.mark.engine

ONE_DAY = timedelta(days=1)


def xinfang(*arguments: object) -> "subprocess.CompletedProcess[str]":
    """Run a command as a person would."""
    return subprocess.run(
        [sys.executable, "-m", "commands", *map(str, arguments)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A data directory whose engine was installed and started by the commands."""
    data_dir = tmp_path_factory.mktemp("broker")
    try:
        installed = xinfang("engine", "install", "--no-quick-boot")
        assert installed.returncode == 0, installed.stderr
        assert xinfang("engine", "status", "--data", data_dir).returncode == 1
        started = xinfang("engine", "start", "--data", data_dir, "--controlled-clock")
        assert started.returncode == 0, started.stderr
        assert started.stdout.startswith("ready: ")
        yield data_dir
    finally:
        state = live_state(data_dir)
        if state is not None:
            stop_broker(state)


def test_status_finds_the_broker_that_outlived_the_command(data: Path) -> None:
    found = xinfang("engine", "status", "--data", data, "--json")
    assert found.returncode == 0
    facts = json.loads(found.stdout)
    assert (facts["running"], facts["healthy"], facts["version"]) == (True, True, "8.6.0")
    assert facts["pid"] != os.getpid()


def test_a_second_start_finds_the_first(data: Path) -> None:
    state = live_state(data)
    again = xinfang("engine", "start", "--data", data)
    assert again.returncode == 0
    assert again.stdout.startswith(f"already running: process {state.pid if state else None}")


def test_a_second_broker_on_the_same_data_is_refused_and_told_who_holds_it(data: Path) -> None:
    state = live_state(data)
    assert state is not None
    with pytest.raises(DataDirectoryHeld, match=f"process {state.pid} at {state.rest}"):
        LocalBroker(Settings(data_dir=data), "http://127.0.0.1:1").start()


def test_wrong_use_is_told_and_ends_with_two() -> None:
    wrong = xinfang("engine", "install", "--version", "9.9.9")
    assert wrong.returncode == 2
    assert "8.6.0, 8.5.8" in wrong.stderr


def test_the_clock_of_engine_and_application_move_together(data: Path) -> None:
    before = read_offset(offset_path(data))
    moved = xinfang("clock", "add", "1d", "--data", data)
    assert moved.returncode == 0, moved.stderr
    state = live_state(data)
    assert state is not None
    assert read_offset(offset_path(data)) == before + ONE_DAY
    assert engine_offset(state.management) == before + ONE_DAY


def test_the_clock_does_not_go_back(data: Path) -> None:
    refused = xinfang("clock", "reset")
    assert refused.returncode == 2
    assert "forward only" in refused.stderr


def test_stopped_and_started_again_it_keeps_its_ports_and_gets_its_time_back(data: Path) -> None:
    before = live_state(data)
    xinfang("clock", "add", "1d", "--data", data)
    offset = read_offset(offset_path(data))
    assert offset >= ONE_DAY
    assert xinfang("engine", "stop", "--data", data).returncode == 0
    assert live_state(data) is None
    assert xinfang("engine", "stop", "--data", data).stdout == "not running\n"
    started = xinfang("engine", "start", "--data", data, "--controlled-clock")
    assert started.returncode == 0, started.stderr
    after = live_state(data)
    assert before is not None
    assert after is not None
    assert (after.ports, after.pid != before.pid) == (before.ports, True)
    assert engine_offset(after.management) == offset


def test_a_broker_ends_with_the_supervisor_that_was_killed(tmp_path: Path) -> None:
    program = (
        "import os, pathlib, sys; from engine.local import LocalBroker; "
        "from settings import Settings; "
        "LocalBroker(Settings(data_dir=pathlib.Path(sys.argv[1])), 'http://127.0.0.1:1').start(); "
        "os.kill(os.getpid(), 9)"
    )
    killed = subprocess.run(
        [sys.executable, "-c", program, tmp_path],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert killed.returncode == -9
    assert BrokerState.read(tmp_path / "engine") is not None
    end = time.monotonic() + 20
    while live_state(tmp_path) is not None:
        assert time.monotonic() < end
        time.sleep(0.1)


class TestVersion:
    """Data of one version is not given to another."""

    def test_an_older_engine_is_not_started_on_newer_data(self, tmp_path: Path) -> None:
        (tmp_path / "engine").mkdir()
        (tmp_path / "engine" / "version").write_text("8.6.0\n")
        settings = Settings(data_dir=tmp_path, engine_version="8.5.8")
        with pytest.raises(MadeByAnotherVersion, match="XINFANG_ENGINE_VERSION=8"):
            LocalBroker(settings, "http://127.0.0.1:1").start()
        assert live_state(tmp_path) is None


@pytest.fixture(scope="module")
def received() -> Iterator[Received]:
    """A receiver of our own for the broker that is killed."""
    with receiver() as receiving:
        yield receiving


def test_a_killed_broker_frees_its_data_and_comes_back_on_the_same_ports(
    tmp_path: Path, received: Received
) -> None:
    settings = Settings(data_dir=tmp_path, journal_password=SecretStr("secret"))
    broker = LocalBroker(settings, received.url)
    try:
        first = broker.start()
        broker.wait_ready()
        broker.kill()
        assert broker.pid is None
        assert live_state(tmp_path) is None
        second = broker.start()
        broker.wait_ready()
        assert second.ports == first.ports
        assert live_state(tmp_path) == second
    finally:
        broker.stop()
    assert live_state(tmp_path) is None
