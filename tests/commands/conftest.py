"""A data directory with the demo city, and calling a command as people do."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from engine.clock import machine_now
from records.database import Database, open_database
from settings import Settings
from stack.prepare import prepare


@pytest.fixture(scope="session")
def demo_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory where nothing has happened yet."""
    directory = tmp_path_factory.mktemp("demo")
    prepare(Settings(data_dir=directory, database_url=None, demo=True), now=machine_now())
    return directory


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XINFANG_DATABASE_URL", raising=False)


@pytest.fixture
def data(tmp_path: Path, demo_template: Path) -> Path:
    """The data directory of this test."""
    return Path(shutil.copytree(demo_template, tmp_path / "data"))


@pytest.fixture
def database(data: Path) -> Iterator[Database]:
    """What the command has left behind."""
    opened = open_database(Settings(data_dir=data, database_url=None))
    yield opened
    opened.close()


def call(app: typer.Typer, *arguments: object, answers: str = "") -> Result:
    """Run the command; a crash fails the test with its own traceback."""
    result = CliRunner().invoke(app, [str(one) for one in arguments], input=answers)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result
