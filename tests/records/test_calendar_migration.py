"""Days kept before there were editions belong to the first one; going back keeps the newest."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import text

from records.database import Database, open_database
from records.migrate import MIGRATIONS
from settings import Settings
from tests.postgres import fresh_database

Migrate = Callable[[Config, str], None]
LOADED = "2026-01-01 00:00:00"


def run(database: Database, migrate: Migrate, revision: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with database.engine.begin() as connection:
        if not database.is_sqlite:
            connection.execute(text("CREATE SCHEMA IF NOT EXISTS journal"))
        config.attributes["connection"] = connection
        migrate(config, revision)


def execute(database: Database, statement: str, **values: Any) -> list[tuple[Any, ...]]:
    with database.engine.begin() as connection:
        result = connection.execute(text(statement), values)
        return [tuple(row) for row in result] if result.returns_rows else []


@pytest.mark.parametrize("kind", ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def test_days_find_their_edition_and_the_way_back(
    kind: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    url = None
    if kind == "postgres":
        url = fresh_database(request.getfixturevalue("postgres_url"))
    database = open_database(Settings(data_dir=tmp_path, database_url=url), writes="both")
    run(database, command.upgrade, "0001")
    edition = "INSERT INTO calendar_edition (version, loaded_at) VALUES ('first', :at)"
    execute(database, edition, at=LOADED)
    day = "INSERT INTO work_calendar VALUES (:on, 'statutory_holiday', '国庆节', '', :no)"
    execute(database, day, on=date(2026, 10, 1).isoformat(), no=False)

    run(database, command.upgrade, "0002")
    days = "SELECT name, edition_from, edition_to FROM work_calendar"
    ((number,),) = execute(database, "SELECT id FROM calendar_edition")
    assert execute(database, days) == [("国庆节", number, None)]
    kinds = "SELECT version, kind, actor FROM calendar_edition ORDER BY id"
    assert execute(database, kinds) == [("first", "seed", "setup")]
    execute(
        database,
        "INSERT INTO calendar_edition (version, kind, source, reason, actor, loaded_at) "
        "VALUES ('second', 'edit', '', '', 'admin', :at)",
        at=LOADED,
    )
    execute(database, "UPDATE work_calendar SET edition_to = :second", second=number + 1)
    execute(
        database,
        "INSERT INTO work_calendar VALUES (:on, :second, NULL, 'workday', '改', '', :no)",
        on=date(2026, 10, 1).isoformat(),
        second=number + 1,
        no=False,
    )

    run(database, command.downgrade, "0001")
    assert execute(database, "SELECT kind, name FROM work_calendar") == [("workday", "改")]
    run(database, command.upgrade, "head")
    database.close()
