"""Where an older version has no place for what was written since, going back is refused whole."""

from pathlib import Path

import pytest
from alembic import command

from records.database import open_database
from records.migrate import NoWayBack
from settings import Settings
from tests.records.test_calendar_migration import execute, run


def test_going_back_before_matters_says_what_to_do_and_changes_nothing(tmp_path: Path) -> None:
    database = open_database(Settings(data_dir=tmp_path), writes="both")
    run(database, command.upgrade, "0009")
    with pytest.raises(NoWayBack, match="Restore the backup"):
        run(database, command.downgrade, "0007")
    assert execute(database, "SELECT version_num FROM alembic_version") == [("0009",)]
    assert execute(database, "SELECT count(*) FROM withdrawal") == [(0,)]
    database.close()
