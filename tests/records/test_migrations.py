"""The migrations make what the code says, once, and know a database they cannot serve."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import MetaData, text
from sqlmodel import SQLModel

import journal.tables
from records.database import Database, open_database
from records.migrate import NewerDatabase, migrate
from settings import Settings
from tests.postgres import fresh_database

ROOT = Path(__file__).parents[2]
MIGRATE = (
    "import sys; from pathlib import Path; from settings import Settings;"
    "from records.database import open_database; from records.migrate import migrate;"
    "migrate(open_database(Settings(data_dir=Path(sys.argv[1]), "
    "database_url=sys.argv[2] or None), writes='both'))"
)


@pytest.fixture
def both(settings: Settings) -> Iterator[Database]:
    """The database as migrations open it."""
    opened = open_database(settings, writes="both")
    yield opened
    opened.close()


def is_described(name: str | None, kind: str, _: object) -> bool:
    """The index of texts is made in the words of each database (records.inbox.index)."""
    return kind != "table" or not str(name).startswith("inbox_gram")


def differences(database: Database, *wanted: MetaData) -> list[object]:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"include_schemas": True, "compare_type": True, "include_name": is_described},
        )
        merged = MetaData()
        for metadata in wanted:
            for table in metadata.sorted_tables:
                table.to_metadata(merged)
        return list(compare_metadata(context, merged))


def test_migrations_make_exactly_the_tables_the_code_says(both: Database) -> None:
    assert differences(both, SQLModel.metadata, journal.tables.metadata) == []


def test_a_column_more_or_less_would_be_noticed(both: Database) -> None:
    with both.engine.begin() as connection:
        connection.execute(text("ALTER TABLE petition ADD COLUMN mood VARCHAR(10)"))
        connection.execute(text("ALTER TABLE journal.timer DROP COLUMN due_at"))
    found = str(differences(both, SQLModel.metadata, journal.tables.metadata))
    assert "mood" in found
    assert "due_at" in found


def test_migrating_again_changes_nothing(both: Database) -> None:
    migrate(both)
    migrate(both)
    assert differences(both, SQLModel.metadata, journal.tables.metadata) == []


def test_a_database_of_a_newer_version_is_left_alone(both: Database) -> None:
    with both.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(NewerDatabase, match="newer version of Xinfang"):
        migrate(both)
    with both.engine.connect() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == (
            "9999"
        )


@pytest.mark.parametrize("kind", ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def test_two_processes_may_start_on_an_empty_database_at_once(
    kind: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    url = ""
    if kind == "postgres":
        url = fresh_database(request.getfixturevalue("postgres_url"))
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", MIGRATE, str(tmp_path), url],
            cwd=ROOT,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    errors = [process.communicate(timeout=60)[1] for process in processes]
    assert [process.returncode for process in processes] == [0, 0], errors
