"""Bringing a database to the newest shape, with the migrations of records/migrations."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from records.database import Database
from records.inbox.triggers import install_triggers, remove_triggers

MIGRATIONS = Path(__file__).parent / "migrations"


class NewerDatabase(Exception):
    """This database was made by a newer version of Xinfang. Install that version, or restore."""

    def __init__(self) -> None:
        super().__init__(type(self).__doc__)


class ReferencesBroken(Exception):
    """Rows refer to rows that are not there; nothing was changed. Restore a backup."""

    def __init__(self) -> None:
        super().__init__(type(self).__doc__)


class NoWayBack(Exception):
    """This step cannot be undone, as older versions have no place for what was written since.
    Restore the backup made before the upgrade."""

    def __init__(self) -> None:
        super().__init__(" ".join((type(self).__doc__ or "").split()))


def migrate(database: Database) -> None:
    """Bring the database (opened with writes="both") to the newest shape; quick when it is there.

    Raises NewerDatabase when it was made by a version that this one does not know.
    """
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    script = ScriptDirectory.from_config(config)
    with database.engine.connect() as connection:
        current = MigrationContext.configure(connection).get_current_revision()
    if current == script.get_current_head():
        return
    if current and current not in {revision.revision for revision in script.walk_revisions()}:
        raise NewerDatabase
    # One transaction for all of it. Two processes that start together: the second waits at its
    # beginning and finds nothing to do.
    with (
        database.engine.connect() as connection,
        connection.execution_options(begin="IMMEDIATE").begin(),
    ):
        if not database.is_sqlite:
            connection.execute(text("SELECT pg_advisory_xact_lock(34340060)"))
            connection.execute(text("CREATE SCHEMA IF NOT EXISTS journal"))
        config.attributes["connection"] = connection
        # SQLite makes a table anew to change it; PostgreSQL refuses to while a trigger reads it.
        remove_triggers(connection)
        command.upgrade(config, "head")
        install_triggers(connection)
        if database.is_sqlite and connection.execute(text("PRAGMA foreign_key_check")).first():
            raise ReferencesBroken
