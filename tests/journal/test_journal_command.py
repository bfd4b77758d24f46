"""`xinfang journal` and `xinfang bench journal` as people call them."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from commands import bench, journal
from journal.lag import PartitionLag
from records.database import Database
from stack.ports import free_port
from tests.journal.databases import apply, everything
from tests.journal.records import Maker, captured
from tests.postgres import fresh_database


def call(*arguments: str) -> Result:
    return CliRunner().invoke(journal.app, list(arguments))


@pytest.fixture
def data(tmp_path: Path, journal: Database) -> str:
    """A data directory whose journal holds the trial."""
    apply(journal, *captured())
    return str(tmp_path)


def test_status_counts_what_is_there(data: str) -> None:
    result = call("status", "--data", data, "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout) == {
        "records": len(captured()),
        "batches": 1,
        "set_aside": 0,
        "open_incidents": 1,
        "positions": {"1": str(captured()[-1]["position"])},
        "behind": None,
    }


def test_status_in_words_says_that_the_engine_is_silent(data: str) -> None:
    result = call("status", "--data", data, "--management", f"http://127.0.0.1:{free_port()}")
    assert result.exit_code == 0
    assert "engine not reachable" in result.stdout
    assert f"records {len(captured())} in 1 batches" in result.stdout


def test_record_set_aside_is_a_finding(data: str, journal: Database) -> None:
    broken = Maker(partition_id=2).instance(7)
    del broken["value"]["elementId"]
    apply(journal, broken)
    result = call("status", "--data", data)
    assert result.exit_code == 1
    assert "set aside 1" in result.stdout


@pytest.mark.parametrize(("max_lag", "exit_code"), [("50", 1), ("100", 0)])
def test_lag_beyond_the_limit_is_a_finding(
    data: str,
    monkeypatch: pytest.MonkeyPatch,
    max_lag: str,
    exit_code: int,
) -> None:
    asked = []

    def lagging(management: str, applied: dict[int, int]) -> list[PartitionLag]:
        asked.append(management)
        return [PartitionLag(1, applied[1] + 60, 0, applied[1])]

    monkeypatch.setattr("commands.journal.read_lag", lagging)
    monkeypatch.setenv("XINFANG_ZEEBE_REST", "http://127.0.0.1:8080")
    monkeypatch.setenv("XINFANG_ZEEBE_GRPC", "127.0.0.1:26500")
    monkeypatch.setenv("XINFANG_ZEEBE_MANAGEMENT", "http://127.0.0.1:9600")
    result = call("status", "--data", data, "--json", "--max-lag", max_lag)
    assert (result.exit_code, asked) == (exit_code, ["http://127.0.0.1:9600"])
    assert json.loads(result.stdout)["behind"] == {"1": 60}


@pytest.mark.parametrize("written", ["", "[]", '{"management": 1}'])
def test_spoilt_note_of_the_running_engine_is_as_good_as_none(
    data: str, tmp_path: Path, written: str
) -> None:
    (tmp_path / "engine").mkdir()
    (tmp_path / "engine" / "running.json").write_text(written)
    result = call("status", "--data", data)
    assert (result.exit_code, "lag unknown" in result.stdout) == (0, True)


@pytest.mark.parametrize("command", ["status", "rebuild"])
def test_directory_without_a_journal_is_wrong_use(tmp_path: Path, command: str) -> None:
    result = call(command, "--data", str(tmp_path))
    assert result.exit_code == 2
    assert "--data" in result.stderr
    assert not (tmp_path / "journal.db").exists()


def test_rebuild_says_how_much_it_folded(data: str, journal: Database) -> None:
    before = everything(journal)
    result = call("rebuild", "--data", data)
    assert (result.exit_code, result.stdout) == (0, f"rebuilt from {len(captured())} records\n")
    assert everything(journal) == before


@pytest.mark.postgres
def test_benchmark_runs_on_postgresql_but_never_in_a_real_journal(
    postgres_url: str,
) -> None:
    url = fresh_database(postgres_url)
    first = CliRunner().invoke(bench.app, ["journal", "--records", "500", "--postgres", url])
    assert first.exit_code == 0
    assert "postgresql:" in first.stdout
    again = CliRunner().invoke(bench.app, ["journal", "--records", "500", "--postgres", url])
    assert again.exit_code == 2
    assert "give an empty one" in again.stderr
