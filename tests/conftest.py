"""What a whole run shares: engines, one of them for tests that move time, and a PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.coverage_of_elements import Visited, report
from tests.postgres import INSTALL_HINT, find_binaries, private_postgres
from tests.running import Running, running

visited = Visited()


@pytest.fixture(scope="session")
def xinfang(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """The Xinfang that tests share; each files petitions of its own. Its time is not moved."""
    yield from _kept(tmp_path_factory.mktemp("xinfang"))


@pytest.fixture(scope="session")
def time_machine_xinfang(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A second one, for tests that move time forward."""
    yield from _kept(tmp_path_factory.mktemp("moved"))


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """Address of a private PostgreSQL server; databases are made in it by `fresh_database`."""
    if find_binaries() is None:
        pytest.skip(INSTALL_HINT)
    with private_postgres() as url:
        yield url


def _kept(data_dir: Path) -> Iterator[Running]:
    with running(data_dir) as started:
        yield started
        visited.collect(started)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print which BPMN elements the engine tests visited, from the journals."""
    if visited.nodes:
        report(visited, terminalreporter.write_line)
