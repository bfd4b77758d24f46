"""Log lines of the workers carry no values: errors repeat what they were given."""

import json
import logging
from collections.abc import Iterator

import pytest
import structlog
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

import logs
from records.database import Database


@pytest.fixture
def _configured() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    yield
    root.handlers = handlers
    root.setLevel(level)
    logging.getLogger("pyzeebe").setLevel(logging.NOTSET)
    logging.getLogger("pyzeebe.worker.job_poller").filters.clear()
    structlog.reset_defaults()


@pytest.mark.usefixtures("_configured")
def test_a_failed_statement_is_logged_without_its_parameters(
    database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    logs.configure("INFO")
    try:
        with database.transaction() as session:
            session.execute(text("INSERT INTO nowhere VALUES (:name)"), {"name": "甲某某"})
    except SQLAlchemyError as error:
        structlog.get_logger("workers").error("job_failed", exc_info=error)
    line = capsys.readouterr().err
    assert "甲某某" not in line
    assert "INSERT" not in line
    entry = json.loads(line)
    assert (entry["event"], entry["error"]) == ("job_failed", "OperationalError")
    assert any("test_logs.py" in place for place in entry["traceback"])


@pytest.mark.usefixtures("_configured")
def test_errors_in_libraries_are_logged_the_same_way(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure("INFO")
    try:
        raise ValueError("甲某某")
    except ValueError:
        logging.getLogger("pyzeebe").exception("a_library_failed")
    line = capsys.readouterr().err
    assert "甲某某" not in line
    assert json.loads(line)["error"] == "ValueError"


@pytest.mark.usefixtures("_configured")
def test_that_the_engine_is_away_is_told_once_and_not_by_every_stream(
    capsys: pytest.CaptureFixture[str],
) -> None:
    logs.configure("INFO")
    poller = logging.getLogger("pyzeebe.worker.job_poller")
    for stream in range(16):
        poller.warning("Failed to activate jobs. Exception: %s.", stream)
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.usefixtures("_configured")
def test_pyzeebe_never_prints_whole_jobs(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure("DEBUG")
    logging.getLogger("pyzeebe.task").debug("Got job: %s", "variables")
    assert capsys.readouterr().err == ""
