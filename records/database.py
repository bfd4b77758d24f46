"""One door to the databases: SQLite files by default, PostgreSQL by a setting.

SQLite keeps two files: `records.db` (main schema) and `journal.db`, attached as schema `journal`.
The journal receiver opens no records and writes the journal; everyone else attaches the journal
read-only. So the two busiest writers never wait for one another, and no mistake can write the
other's tables. PostgreSQL has the same two schemas in one database.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Literal

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlmodel import Session

from records.write_turn import WriteTurn
from settings import Settings

Writes = Literal["records", "journal", "both"]
BUSY_SECONDS = 30


class Database:
    """Gives sessions: `transaction()` to write, `reading()` to read."""

    def __init__(self, engine: Engine, turn: WriteTurn | None = None) -> None:
        self.engine = engine
        self._turn = turn

    @property
    def is_sqlite(self) -> bool:
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """One unit of work: commits when the block ends, rolls back when it raises."""
        turn = self._turn.taken() if self._turn else nullcontext()
        with turn, Session(self.engine, expire_on_commit=False) as session:
            if self.is_sqlite:
                # Take the write lock at once: a read that turns into a write fails under load.
                session.connection(execution_options={"begin": "IMMEDIATE"})
            yield session
            session.commit()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session for reading; whatever is written in it is rolled back at the end.

        Objects read stay usable afterwards: closing lets go of them, a rollback would expire them.
        """
        with Session(self.engine, expire_on_commit=False) as session:
            yield session

    def close(self) -> None:
        """Close every pooled connection."""
        self.engine.dispose()
        if self._turn:
            self._turn.close()


def open_database(settings: Settings, *, writes: Writes = "records") -> Database:
    """Open the database of these settings.

    `writes` says which side this process writes: "records" (application, workers, commands),
    "journal" (the receiver) or "both" (migrations only).
    """
    if settings.database_url:
        return Database(_postgres_engine(settings.database_url))
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    # The journal has one writer, and migrations run alone.
    taking_turns = writes == "records"
    turn = WriteTurn(settings.data_dir / "records.lock", BUSY_SECONDS) if taking_turns else None
    return Database(_sqlite_engine(settings.data_dir, writes), turn)


def _postgres_engine(address: str) -> Engine:
    options = {"pool_pre_ping": True, "pool_size": 10, "hide_parameters": True}
    engine = create_engine(address, **options)

    @event.listens_for(engine, "connect")
    def connect(connection: DBAPIConnection, _: object) -> None:
        # Queries here read few rows: compiling one took 470 ms, running it 30 ms.
        cursor = connection.cursor()
        cursor.execute("SET jit = off")
        cursor.close()
        connection.commit()

    return engine


def _sqlite_engine(data_dir: Path, writes: Writes) -> Engine:
    def connect() -> sqlite3.Connection:
        return _connect(data_dir, writes)

    # A failing statement is told without its values: they are what people wrote.
    options = {"poolclass": QueuePool, "pool_size": 10, "hide_parameters": True}
    engine = create_engine("sqlite+pysqlite://", creator=connect, **options)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # sqlite3's own transaction control is off; this is the only BEGIN there is.
        kind = connection.get_execution_options().get("begin", "DEFERRED")
        connection.exec_driver_sql(f"BEGIN {kind}")

    return engine


def _connect(data_dir: Path, writes: Writes) -> sqlite3.Connection:
    main = ":memory:" if writes == "journal" else str(data_dir / "records.db")
    mode = "ro" if writes == "records" else "rwc"
    connection = sqlite3.connect(
        main, timeout=BUSY_SECONDS, isolation_level=None, uri=True, check_same_thread=False
    )
    # A migration that rebuilds a table drops the old one, which others refer to; records.migrate
    # checks every reference afterwards.
    connection.execute(f"PRAGMA foreign_keys={'OFF' if writes == 'both' else 'ON'}")
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    # as_uri() escapes what means something in an address: a folder may be called "100% #1".
    journal = (data_dir / "journal.db").absolute().as_uri()
    connection.execute("ATTACH DATABASE ? AS journal", (f"{journal}?mode={mode}",))
    if mode == "rwc":
        connection.execute("PRAGMA journal.journal_mode=WAL")
        connection.execute("PRAGMA journal.synchronous=FULL")
    return connection
