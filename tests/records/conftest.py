"""Records made by the real migrations, with the demo city: SQLite files, then PostgreSQL."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import make_url
from sqlmodel import Session

from records.database import Database, open_database
from records.petitions import file_petition
from settings import Settings
from stack.prepare import prepare
from tests.postgres import fresh_database
from tests.records.cases import A_PETITION, NOON


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory where nothing has happened yet."""
    directory = tmp_path_factory.mktemp("template")
    prepare(Settings(data_dir=directory, database_url=None, demo=True), now=NOON)
    return directory


@pytest.fixture(scope="session")
def postgres_template(postgres_url: str) -> str:
    """Name of a PostgreSQL database where nothing has happened yet."""
    url = fresh_database(postgres_url)
    prepare(Settings(database_url=url, demo=True), now=NOON)
    return str(make_url(url).database)


@pytest.fixture
def sqlite_settings(tmp_path: Path, sqlite_template: Path) -> Settings:
    """Settings of a data directory of this test alone."""
    for file in sqlite_template.iterdir():
        shutil.copy(file, tmp_path)
    return Settings(data_dir=tmp_path, database_url=None)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def settings(request: pytest.FixtureRequest) -> Settings:
    """Settings of a prepared database of this test alone, on each kind."""
    if request.param == "sqlite":
        settings: Settings = request.getfixturevalue("sqlite_settings")
        return settings
    template = request.getfixturevalue("postgres_template")
    return Settings(database_url=fresh_database(request.getfixturevalue("postgres_url"), template))


@pytest.fixture
def database(settings: Settings) -> Iterator[Database]:
    """The database as application and workers open it."""
    opened = open_database(settings)
    yield opened
    opened.close()


@pytest.fixture
def sqlite(sqlite_settings: Settings) -> Iterator[Database]:
    """The same on SQLite only, for what the kind of database cannot change."""
    opened = open_database(sqlite_settings)
    yield opened
    opened.close()


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    """One transaction for the whole test."""
    with database.transaction() as opened:
        yield opened


@pytest.fixture
def petition_id(database: Database) -> str:
    """A petition on file."""
    with database.transaction() as session:
        return file_petition(session, A_PETITION, filed_by=None, now=NOON).id


@pytest.fixture
def filed_id(session: Session) -> str:
    """A petition filed within the transaction of the test."""
    return file_petition(session, A_PETITION, filed_by=None, now=NOON).id
