"""`./xinfang outbox`: what waits, what was refused, and the exit code that says so."""

import json
from pathlib import Path

from commands.outbox import app
from engine.clock import machine_now
from records.database import Database
from records.outbox import OutboxSource, enqueue
from tests.commands.conftest import call


def write_two(database: Database) -> OutboxSource:
    with database.transaction() as session:
        for key in ("a", "b"):
            enqueue(session, "publish_message", {}, ordering_key=key, now=machine_now())
    return OutboxSource(database, machine_now)


def test_an_empty_outbox_is_fine(data: Path) -> None:
    result = call(app, "--data", data)
    assert (result.exit_code, result.stdout) == (0, "waiting 0, refused 0\n")


def test_waiting_commands_are_counted_and_no_finding(data: Path, database: Database) -> None:
    source = write_two(database)
    source.done(source.lease(1)[0].id)
    result = call(app, "--data", data)
    assert (result.exit_code, result.stdout) == (0, "waiting 1, refused 0\n")


def test_a_refused_command_is_a_finding(data: Path, database: Database) -> None:
    source = write_two(database)
    refused = source.lease(1)[0].id
    source.refuse(refused, "no such process")
    result = call(app, "--data", data)
    assert result.exit_code == 1
    assert result.stdout == (
        f"waiting 1, refused 1\n  {refused} publish_message (a): no such process\n"
    )
    as_json = call(app, "--data", data, "--json")
    assert as_json.exit_code == 1
    assert json.loads(as_json.stdout) == {
        "waiting": 1,
        "refused": [{"id": str(refused), "kind": "publish_message", "error": "no such process"}],
    }
