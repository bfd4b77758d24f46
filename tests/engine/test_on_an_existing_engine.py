"""A Zeebe that others run, named in the settings: it is used, and none is installed or started."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.local.state import live_state
from settings import ROOT
from stack.ports import free_port
from tests.engine.casework import file_petition, handle, ledger
from tests.running import running

pytestmark = pytest.mark.engine

PASSWORD = "as-agreed-with-those-who-run-it"


def engine_command(*arguments: str) -> None:
    """`./xinfang engine ...`, as its operators would."""
    command = [sys.executable, "-m", "commands", "engine", *arguments]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=180)


@pytest.fixture
def existing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, str]]:
    """Settings that name a broker which runs on its own and exports to our receiver's port."""
    monkeypatch.setenv("XINFANG_JOURNAL_PORT", str(free_port()))
    monkeypatch.setenv("XINFANG_JOURNAL_PASSWORD", PASSWORD)
    theirs = tmp_path / "theirs"
    engine_command("start", "--data", str(theirs))
    state = live_state(theirs)
    assert state is not None
    yield {
        "XINFANG_ZEEBE_REST": state.rest,
        "XINFANG_ZEEBE_GRPC": state.grpc,
        "XINFANG_ZEEBE_MANAGEMENT": state.management,
    }
    engine_command("stop", "--data", str(theirs))


def test_petitions_run_on_it_and_nothing_is_installed(
    tmp_path: Path, existing: dict[str, str]
) -> None:
    ours = tmp_path / "ours"
    ours.mkdir()
    empty_cache = tmp_path / "cache"
    with running(ours, XINFANG_CACHE_DIR=str(empty_cache), **existing) as xinfang:
        number = file_petition(xinfang)
        handle(xinfang, number)
        assert ledger(xinfang, number) == ["started", "met"]
        assert "broker" not in xinfang.pids()
    assert not empty_cache.exists()
    assert not (ours / "engine").exists()
