"""What a whole run shares: engines, one of them for tests that move time, and a PostgreSQL."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling

from tests.coverage_of_elements import Visited, report
from tests.postgres import INSTALL_HINT, find_binaries, private_postgres
from tests.running import Running, running

visited = Visited()
COHORT_FOLDERS = ("tests/edge_cases/", "tests/engine/procedure/")
COHORT_SECONDS = 2400  # who asks first for the cohort waits until it is lived through


class BySharedEngine(LoadScopeScheduling):  # type: ignore[misc,unused-ignore]
    """Engines are started once: what is lived through in one process, all the rest beside it.

    `--dist loadgroup` of pytest-xdist 3.8 forms no groups with pytest 9.2.
    """

    def _split_scope(self, nodeid: str) -> str:
        return "cohort" if nodeid.startswith(COHORT_FOLDERS) else "others"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give the tests of the cohort the time that its making takes."""
    for item in items:
        if {"cohort", "supervised"} & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.timeout(COHORT_SECONDS))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Where a run is spread (`--dist loadscope`), tests that share an engine stay together."""
    return BySharedEngine(config, log) if config.getvalue("dist") == "loadscope" else None


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


@pytest.fixture(scope="session")
def cohort(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """tests.engine.procedure: every scenario, worked through to its end on an engine of its own."""
    from tests.engine.procedure.year import lived_through

    yield from _kept(tmp_path_factory.mktemp("procedure"), lived_through)


@pytest.fixture(scope="session")
def supervised(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """tests.engine.procedure: every supervision, worked through likewise."""
    from tests.engine.procedure.supervision_scenarios import lived_through

    yield from _kept(tmp_path_factory.mktemp("supervision"), lived_through)


def _kept(
    data_dir: Path, live: Callable[[Running], Any] = lambda started: started
) -> Iterator[Any]:
    """What `live` makes of a new installation; what it visited counts when the run ends."""
    with running(data_dir) as started:
        yield live(started)
        visited.collect(started)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Where a run is spread, say what was visited to the process that prints it."""
    output = getattr(session.config, "workeroutput", None)
    if output is not None:
        output["visited"] = (visited.nodes, visited.flows)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Hear what was visited in one of the processes."""
    nodes, flows = getattr(node, "workeroutput", {}).get("visited", (set(), set()))
    visited.nodes |= nodes
    visited.flows |= flows


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print which BPMN elements the engine tests visited, from the journals."""
    if visited.nodes:
        report(visited, terminalreporter.write_line)
