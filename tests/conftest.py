"""What a whole run shares: engines, one of them for tests that move time, and a PostgreSQL."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.coverage_of_elements import Visited, report
from tests.postgres import INSTALL_HINT, find_binaries, private_postgres
from tests.running import Running, running

visited = Visited()
COHORT_SECONDS = 1500  # who asks first for the cohort waits until it is lived through


# First: pytest-xdist reads the groups in the same hook.
@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give the tests of the cohort the time that its making takes.

    Engines are started once: tests that share one stay together where a run is spread
    (`--dist loadgroup`).
    """
    for item in items:
        is_of_cohort = not {"cohort", "supervised"}.isdisjoint(getattr(item, "fixturenames", ()))
        if is_of_cohort:
            item.add_marker(pytest.mark.timeout(COHORT_SECONDS))
        if item.get_closest_marker("engine"):
            item.add_marker(pytest.mark.xdist_group("cohort" if is_of_cohort else "others"))


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
        output["visited"] = visited.told()


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Hear what was visited in one of the processes."""
    if told := getattr(node, "workeroutput", {}).get("visited"):
        visited.hear(told)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print which BPMN elements the engine tests visited, from the journals."""
    if visited.nodes:
        report(visited, terminalreporter.write_line)
