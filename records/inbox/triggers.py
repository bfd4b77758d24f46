"""Triggers that note what the inbox must look at again: one notice per change, nothing derived.

In the database, because many write to the case: workers, commands, migrations. A notice commits
with what it is about. Migrations take them away first and put them back afterwards: SQLite makes
a table anew to change it, and would lose them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, text


@dataclass(frozen=True)
class Watch:
    """What is noticed of one table: new and removed rows, and changes of these columns."""

    table: str
    notice: str
    columns: tuple[str, ...] = ()


_PETITION = "INSERT INTO inbox_stale (petition_id) VALUES ({row}.petition_id)"
_TASK = "INSERT INTO inbox_stale (task_key) VALUES ({row}.task_key)"
_OWN = "INSERT INTO inbox_stale (petition_id) VALUES ({row}.id)"
_THEIRS = (
    "INSERT INTO inbox_stale (petition_id) SELECT id FROM petition WHERE petitioner_id = {row}.id"
)
WATCHED = (
    Watch("task_hold", _TASK, ("user_id",)),
    Watch("task_decision", _TASK),
    Watch("clock", _PETITION, ("due_on", "is_running")),
    Watch(
        "petition",
        _OWN,
        ("number", "subject", "form", "received_on", "category", "content_class", "is_sealed"),
    ),
    Watch("petitioner", _THEIRS, ("name", "former_name")),
    Watch("claim", _PETITION, ("text",)),
    Watch("companion", _PETITION, ("name",)),
    Watch("agent", _PETITION, ("name",)),
    Watch("matter", _PETITION, ("category", "is_sealed")),
    Watch("petition_flag", _PETITION),
    Watch("related_petition", _PETITION),
    Watch("urgent_report", _PETITION, ("closed_at",)),
)
# The journal's own: which tasks changed, in order. Its receiver is the only writer.
_CHANGED = (
    "INSERT INTO {schema}user_task_change (task_key, seq) VALUES ({row}.key, "
    "(SELECT coalesce(max(seq), 0) + 1 FROM {schema}user_task_change)) "
    "ON CONFLICT (task_key) DO UPDATE SET seq = excluded.seq"
)
_EVENTS = (("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD"))


def remove_triggers(connection: Connection) -> None:
    """Take them away; harmless where there are none."""
    for statement in _removals(connection.dialect.name):
        connection.execute(text(statement))


def install_triggers(connection: Connection) -> None:
    """Put them in place. The tables are there, the triggers are not."""
    make = _sqlite if connection.dialect.name == "sqlite" else _postgres
    for statement in make():
        # Not text(): PL/pgSQL has colons that are no parameters.
        connection.exec_driver_sql(statement)


def _wanted() -> Iterator[tuple[Watch, str, str]]:
    for watch in WATCHED:
        for event, row in _EVENTS:
            if event != "UPDATE":
                yield watch, event, row
            elif watch.columns:
                yield watch, f"UPDATE OF {', '.join(watch.columns)}", row


def _name(watch: Watch, event: str) -> str:
    return f"inbox_{watch.table}_{event.partition(' ')[0].lower()}"


def _sqlite() -> Iterator[str]:
    for watch, event, row in _wanted():
        notice = watch.notice.format(row=row)
        yield (
            f"CREATE TRIGGER {_name(watch, event)} AFTER {event} ON {watch.table} "
            f"BEGIN {notice}; END"
        )
    for event, row in _EVENTS:
        notice = _CHANGED.format(schema="", row=row)
        yield (
            f"CREATE TRIGGER journal.user_task_{event.lower()} AFTER {event} ON user_task "
            f"BEGIN {notice}; END"
        )


def _postgres() -> Iterator[str]:
    for watch, event, row in _wanted():
        yield from _postgres_trigger(
            _name(watch, event), event, watch.table, watch.notice.format(row=row)
        )
    for event, row in _EVENTS:
        yield from _postgres_trigger(
            f"user_task_{event.lower()}",
            event,
            "journal.user_task",
            _CHANGED.format(schema="journal.", row=row),
        )


def _postgres_trigger(name: str, event: str, table: str, notice: str) -> Iterator[str]:
    yield (
        f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN {notice}; RETURN NULL; END $$"
    )
    yield (f"CREATE TRIGGER {name} AFTER {event} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()")


def _removals(dialect: str) -> Iterator[str]:
    names = [(_name(watch, event), watch.table) for watch, event, _ in _wanted()]
    tasks = [(f"user_task_{event.lower()}", "user_task") for event, _ in _EVENTS]
    for name, table in names:
        yield _removal(dialect, name, table)
    for name, table in tasks:
        yield _removal(
            dialect,
            f"journal.{name}" if dialect == "sqlite" else name,
            f"journal.{table}",
        )


def _removal(dialect: str, name: str, table: str) -> str:
    if dialect == "sqlite":
        return f"DROP TRIGGER IF EXISTS {name}"
    # With the function goes the trigger that calls it; the table may not be there yet.
    del table
    return f"DROP FUNCTION IF EXISTS {name}() CASCADE"
