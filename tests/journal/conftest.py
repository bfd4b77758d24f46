"""Journal databases: real SQLite files and, where its binaries are, a real PostgreSQL."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import make_url

from records.database import Database
from settings import Settings
from tests.journal.databases import make_tables, open_journal, sqlite_settings
from tests.postgres import fresh_database

DATABASES = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal file with tables and no rows."""
    directory = tmp_path_factory.mktemp("template")
    make_tables(sqlite_settings(directory))
    return directory / "journal.db"


@pytest.fixture
def settings(tmp_path: Path, sqlite_template: Path) -> Settings:
    """Settings of a data directory with an empty journal."""
    shutil.copy(sqlite_template, tmp_path / "journal.db")
    return sqlite_settings(tmp_path)


@pytest.fixture
def journal(settings: Settings) -> Iterator[Database]:
    """An empty journal on SQLite."""
    database = open_journal(settings)
    yield database
    database.close()


@pytest.fixture(scope="session")
def postgres_template(postgres_url: str) -> str:
    """Name of a database with tables and no rows."""
    url = fresh_database(postgres_url)
    make_tables(Settings(database_url=url))
    return str(make_url(url).database)


@pytest.fixture(params=DATABASES)
def any_journal(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """An empty journal on SQLite, then one on PostgreSQL."""
    with new_journal(request, tmp_path) as database:
        yield database


@contextmanager
def new_journal(request: pytest.FixtureRequest, directory: Path) -> Iterator[Database]:
    """An empty journal on the kind of database that the fixture's parameter names."""
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("sqlite_template"), directory / "journal.db")
        settings = sqlite_settings(directory)
    else:
        template = request.getfixturevalue("postgres_template")
        url = fresh_database(request.getfixturevalue("postgres_url"), template)
        settings = Settings(database_url=url)
    database = open_journal(settings)
    try:
        yield database
    finally:
        database.close()
