"""Reading and writing whole sets of journal rows, alike on SQLite and PostgreSQL."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

import orjson
from sqlalchemy import Column, Connection, Select, Table, bindparam, delete, event, select, text
from sqlalchemy.dialects import postgresql, sqlite

from journal.shape import Key, Row
from journal.tables import high_water, user_task, user_task_group
from journal.view import Need, View
from records.database import Database

KEYS_PER_QUERY = 10_000
LOCK_SECONDS: float = 5


def limit_patience(database: Database) -> Database:
    """Wait for a locked SQLite file no longer than LOCK_SECONDS, less than the exporter waits."""
    if database.is_sqlite:

        @event.listens_for(database.engine, "connect")
        def connect(connection: sqlite3.Connection, _: object) -> None:
            connection.execute(f"PRAGMA busy_timeout = {int(LOCK_SECONDS * 1000)}")

    return database


def lock(connection: Connection) -> None:
    """Make every other writer of the journal wait until this transaction ends; readers do not.

    SQLite took its one write lock at BEGIN IMMEDIATE. PostgreSQL waits LOCK_SECONDS at most.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SET LOCAL lock_timeout = {int(LOCK_SECONDS * 1000)}"))
        connection.execute(text("LOCK TABLE journal.high_water IN SHARE ROW EXCLUSIVE MODE"))


def read_high_water(connection: Connection) -> dict[int, tuple[int, int]]:
    """Last applied position and its record's time by partition."""
    return {
        row.partition_id: (row.position, row.record_time)
        for row in connection.execute(select(high_water))
    }


def load_rows(connection: Connection, view: View, needs: Iterable[Need]) -> None:
    """Read into the view the rows that the records of a batch need."""
    wanted: dict[Column[Any], set[int]] = defaultdict(set)
    for column, key in needs:
        wanted[column].add(key)
    for column, keys in wanted.items():
        table = column.table
        if not isinstance(table, Table):
            raise TypeError(column.name)
        ordered = sorted(keys)
        for start in range(0, len(ordered), KEYS_PER_QUERY):
            found = connection.execute(_select(column), {"keys": ordered[start:][:KEYS_PER_QUERY]})
            view.load(table, (dict(row) for row in found.mappings()))


_SELECTS: dict[Column[Any], Select[Any]] = {}
_UPSERTS: dict[tuple[str, Table], sqlite.Insert | postgresql.Insert] = {}


def _select(column: Column[Any]) -> Select[Any]:
    if column not in _SELECTS:
        _SELECTS[column] = select(column.table).where(column.in_(bindparam("keys", expanding=True)))
    return _SELECTS[column]


def write_rows(connection: Connection, changed: Mapping[Table, Mapping[Key, Row]]) -> None:
    """Insert or overwrite the changed rows, then bring the groups of changed tasks into line."""
    for table, rows in changed.items():
        upsert(connection, table, rows.values())
    if user_task in changed:
        _write_groups(connection, changed[user_task].values())


def upsert(connection: Connection, table: Table, rows: Collection[Row]) -> None:
    """Insert rows; one whose primary key is there overwrites it."""
    if rows:
        connection.execute(_upsert(connection.dialect.name, table), list(rows))


def _upsert(dialect: str, table: Table) -> sqlite.Insert | postgresql.Insert:
    if (dialect, table) not in _UPSERTS:
        insert = postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)
        keys = [column.name for column in table.primary_key]
        rest = {c.name: insert.excluded[c.name] for c in table.columns if c.name not in keys}
        _UPSERTS[dialect, table] = (
            insert.on_conflict_do_update(index_elements=keys, set_=rest)
            if rest
            else insert.on_conflict_do_nothing()
        )
    return _UPSERTS[dialect, table]


def _write_groups(connection: Connection, tasks: Collection[Row]) -> None:
    keys = [task["key"] for task in tasks]
    connection.execute(delete(user_task_group).where(user_task_group.c.task_key.in_(keys)))
    rows = [
        {"group_name": group, "task_key": task["key"]}
        for task in tasks
        if task["state"] == "created"
        for group in orjson.loads(task["candidate_groups"])
    ]
    upsert(connection, user_task_group, rows)
