"""kill -9 of each process in the middle of work: every petition ends, nothing happens twice."""

import asyncio
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from records.demo import UNITS
from settings import DEMO_PASSWORD
from simulation.run import run
from simulation.tally import Result
from tests.running import Running, running

pytestmark = [pytest.mark.engine, pytest.mark.timeout(1200)]

PETITIONS = 12


@pytest.fixture(scope="module")
def xinfang_to_kill(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """One of its own: what is killed here must not disturb other tests."""
    with running(tmp_path_factory.mktemp("killed")) as started:
        yield started


def run_and_kill(xinfang: Running, name: str) -> Result:
    """File and close PETITIONS petitions; when a third is closed, kill -9 the process."""
    killed = False

    def kill_once(_: int, closed: int) -> None:
        nonlocal killed
        if not killed and closed >= PETITIONS // 6:
            killed = True
            xinfang.kill(name)

    petitions = [
        {
            "form": "online",
            "subject": f"第{i}件",
            "text": sha256(f"{name} {i}".encode()).hexdigest(),  # like no other
            "petitioner_name": "某信访人",
            "source": {"system": f"kill-{name}", "id": str(i)},
        }
        for i in range(PETITIONS)
    ]
    result = asyncio.run(
        run(xinfang.url, DEMO_PASSWORD, petitions, list(UNITS), on_progress=kill_once)
    )
    assert killed
    return result


@pytest.mark.parametrize("name", ["broker", "api", "journal", "workers"])
def test_every_petition_ends_and_nothing_is_doubled_when_it_is_killed(
    xinfang_to_kill: Running, name: str
) -> None:
    xinfang = xinfang_to_kill
    result = run_and_kill(xinfang, name)
    assert result.is_fine, result
    (row,) = xinfang.query(
        "SELECT count(DISTINCT p.id) AS petitions, count(DISTINCT p.number) AS numbers, "
        "count(d.id) AS documents, count(DISTINCT d.number) AS document_numbers "
        "FROM petition p JOIN document d ON d.petition_id = p.id WHERE p.source_system = :system",
        system=f"kill-{name}",
    )
    assert (row.petitions, row.numbers) == (PETITIONS, PETITIONS)
    # Receipt, letter to the unit, notice of it, acceptance, result, record of the call after it.
    assert (row.documents, row.document_numbers) == (6 * PETITIONS, 6 * PETITIONS)
    assert _serials_are_gapless(xinfang)
    (clocks,) = xinfang.query(
        "SELECT count(*) AS n, count(DISTINCT c.petition_id) AS cases FROM clock c "
        "JOIN petition p ON p.id = c.petition_id WHERE p.source_system = :system",
        system=f"kill-{name}",
    )
    # D01, D03, D04, D18 and D21.
    assert (clocks.n, clocks.cases) == (5 * PETITIONS, PETITIONS)


def _serials_are_gapless(xinfang: Running) -> bool:
    """Every serial that a series gave out stands on a petition or a document."""
    (given,) = xinfang.query("SELECT sum(last) AS n FROM number_series")
    (used,) = xinfang.query(
        "SELECT (SELECT count(*) FROM petition) + (SELECT count(*) FROM document) AS n"
    )
    return bool(given.n == used.n)


def test_the_log_directory_holds_no_name_of_a_petitioner(xinfang_to_kill: Running) -> None:
    logs: list[Path] = list((xinfang_to_kill.data_dir / "logs").iterdir())
    assert logs
    for path in logs:
        assert "某信访人" not in path.read_text(errors="replace"), path.name
