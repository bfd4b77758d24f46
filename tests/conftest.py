"""Engines for the whole run: one that everybody shares, and one for tests that move time."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.coverage_of_elements import Visited, report
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


def _kept(data_dir: Path) -> Iterator[Running]:
    with running(data_dir) as started:
        yield started
        visited.collect(started)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print which BPMN elements the engine tests visited, from the journals."""
    if visited.nodes:
        report(visited, terminalreporter.write_line)
