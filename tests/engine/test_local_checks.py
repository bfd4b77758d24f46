"""What is checked before the broker starts."""

import fcntl
from pathlib import Path

import pytest

from engine.address import EngineAddress, EngineNotRunning, resolve_address
from engine.local.checks import (
    DiskFull,
    MadeByAnotherVersion,
    NotWritable,
    check_disk,
    check_version,
    check_writable,
)
from engine.local.ports import BrokerPorts
from engine.local.state import BrokerState, DataDirectoryHeld, Hold, live_state
from settings import Settings

STATE = BrokerState(
    pid=4711,
    version="8.6.0",
    ports=BrokerPorts(rest=20001, grpc=20002, management=20003, command=20004, internal=20005),
    controlled_clock=True,
    journal_url="http://127.0.0.1:20006",
)


def test_a_full_disk_is_refused_with_figures_and_advice(tmp_path: Path) -> None:
    with pytest.raises(DiskFull, match=r"needs 1000000000 MB.*XINFANG_ENGINE_MIN_FREE_MB"):
        check_disk(tmp_path, 10**9)


def test_a_directory_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(NotWritable, match="cannot be written"):
        check_writable(tmp_path / "file" / "data")


def test_a_check_leaves_nothing_behind(tmp_path: Path) -> None:
    check_writable(tmp_path / "data")
    assert list((tmp_path / "data").iterdir()) == []


def test_data_of_another_version_is_refused_and_that_version_named(tmp_path: Path) -> None:
    check_version(tmp_path, "8.6.0")
    check_version(tmp_path, "8.6.0")
    with pytest.raises(MadeByAnotherVersion, match=r"XINFANG_ENGINE_VERSION=8\.6\.0"):
        check_version(tmp_path, "8.5.8")


def test_the_state_of_a_broker_survives_writing_and_reading(tmp_path: Path) -> None:
    STATE.write(tmp_path)
    assert BrokerState.read(tmp_path) == STATE


def test_a_state_file_cut_short_counts_as_none(tmp_path: Path) -> None:
    (tmp_path / "running.json").write_text('{"pid": 47')
    assert BrokerState.read(tmp_path) is None


class TestHold:
    """The lock on the engine's data, inherited by the broker."""

    def test_a_second_holder_is_told_who_the_first_is(self, tmp_path: Path) -> None:
        first = Hold(tmp_path)
        STATE.write(tmp_path)
        with pytest.raises(DataDirectoryHeld, match=r"process 4711 at http://127\.0\.0\.1:20001"):
            Hold(tmp_path)
        first.release()
        Hold(tmp_path).release()

    def test_a_state_without_a_living_broker_is_not_alive(self, tmp_path: Path) -> None:
        engine_dir = tmp_path / "engine"
        engine_dir.mkdir()
        Hold(engine_dir).release()
        STATE.write(engine_dir)
        assert live_state(tmp_path) is None

    def test_a_held_directory_is_alive(self, tmp_path: Path) -> None:
        engine_dir = tmp_path / "engine"
        engine_dir.mkdir()
        STATE.write(engine_dir)
        with (engine_dir / "held").open("w") as broker:
            fcntl.flock(broker, fcntl.LOCK_EX)
            assert live_state(tmp_path) == STATE


class TestAddress:
    """Where the engine is."""

    def test_an_existing_zeebe_of_the_settings_is_taken(self, tmp_path: Path) -> None:
        settings = Settings(
            data_dir=tmp_path,
            engine_version="8.5.8",
            zeebe_rest="http://zeebe:8080/",
            zeebe_grpc="zeebe:26500",
            zeebe_management="http://zeebe:9600",
        )
        address = resolve_address(settings)
        assert address == EngineAddress(
            "http://zeebe:8080", "zeebe:26500", "http://zeebe:9600", "8.5.8"
        )
        assert address.rest_prefix == "/v1"

    def test_without_any_engine_the_error_says_what_to_start(self, tmp_path: Path) -> None:
        with pytest.raises(EngineNotRunning, match=r"run \./start"):
            resolve_address(Settings(data_dir=tmp_path, zeebe_rest=None, zeebe_grpc=None))

    def test_the_broker_of_the_data_directory_is_found(self, tmp_path: Path) -> None:
        engine_dir = tmp_path / "engine"
        engine_dir.mkdir()
        STATE.write(engine_dir)
        with (engine_dir / "held").open("w") as broker:
            fcntl.flock(broker, fcntl.LOCK_EX)
            address = resolve_address(Settings(data_dir=tmp_path, zeebe_rest=None))
        assert address.grpc == "127.0.0.1:20002"
        assert address.controlled_clock
