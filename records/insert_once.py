"""Inserting what may be there already: of two who do so at once, the key decides."""

from typing import Any

from sqlalchemy.dialects import sqlite
from sqlmodel import Session, SQLModel


def insert_once(session: Session, table: type[SQLModel]) -> Any:  # noqa: ANN401
    """An INSERT that knows `on_conflict_do_nothing` and `on_conflict_do_update`, for the database
    in use."""
    if session.connection().dialect.name == "sqlite":
        return sqlite.insert(table)
    # Not loaded where SQLite is used: it takes a worker 3 MB.
    from sqlalchemy.dialects import postgresql

    return postgresql.insert(table)
