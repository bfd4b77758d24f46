"""Opening a data directory: what is wrong with it is said in a line, with exit code 2."""

from pathlib import Path

import pytest
from sqlalchemy import text
from typer.testing import Result

from commands.unit import app
from records.database import open_database
from settings import Settings
from tests.commands.conftest import call


def assert_refused(result: Result, *words: str) -> None:
    assert (result.exit_code, result.stdout) == (2, "")
    assert [word for word in words if word not in result.stderr] == []
    assert result.stderr.count("\n") == 1


def test_a_database_of_a_newer_version_is_not_touched(data: Path) -> None:
    both = open_database(Settings(data_dir=data, database_url=None), writes="both")
    with both.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    both.close()
    assert_refused(call(app, "list", "--data", data), "newer version of Xinfang")


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    (tmp_path / "records.db").write_bytes(b"something else" * 100)
    assert_refused(call(app, "list", "--data", tmp_path), "cannot open the database", str(tmp_path))


def test_a_data_directory_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").touch()
    assert_refused(call(app, "list", "--data", tmp_path / "data"), "cannot open the database")


def test_a_postgresql_that_does_not_answer_is_named_without_its_password(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"postgresql+psycopg://someone:secret@/nothing?host={tmp_path}"
    monkeypatch.setenv("XINFANG_DATABASE_URL", url)
    result = call(app, "list", "--data", tmp_path)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "cannot open the database (PostgreSQL)" in result.stderr
    assert "secret" not in result.stderr


def test_a_wrong_setting_is_named(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XINFANG_SESSION_HOURS", "many")
    assert_refused(call(app, "list", "--data", data), "XINFANG_SESSION_HOURS")
