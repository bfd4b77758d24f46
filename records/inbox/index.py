"""The index of text pieces: FTS5 in SQLite, an array with a GIN index in PostgreSQL.

Neither keeps the text; SQLite needs the old pieces to take them out, so they are made again from
the old text.
"""

from collections.abc import Iterable

from sqlalchemy import Connection, text

from records.inbox.grams import grams_of


def make_index(connection: Connection) -> None:
    """Make the empty index."""
    if connection.dialect.name == "sqlite":
        connection.execute(
            text(
                "CREATE VIRTUAL TABLE inbox_gram USING fts5(grams, content='', detail=none, "
                "columnsize=0, tokenize='unicode61 remove_diacritics 0')"
            )
        )
        return
    connection.execute(text("CREATE TABLE inbox_gram (id BIGINT PRIMARY KEY, grams TEXT[])"))
    connection.execute(text("CREATE INDEX ix_inbox_gram ON inbox_gram USING GIN (grams)"))


def drop_index(connection: Connection) -> None:
    """Take the index away."""
    connection.execute(text("DROP TABLE inbox_gram"))


def put_in(connection: Connection, texts: Iterable[tuple[int, str]]) -> None:
    """Index these plain texts, by number."""
    rows = [(number, grams_of(one)) for number, one in texts]
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        connection.execute(
            text("INSERT INTO inbox_gram (rowid, grams) VALUES (:id, :grams)"),
            [{"id": number, "grams": " ".join(sorted(grams))} for number, grams in rows],
        )
        return
    connection.execute(
        text("INSERT INTO inbox_gram (id, grams) VALUES (:id, :grams)"),
        [{"id": number, "grams": sorted(grams)} for number, grams in rows],
    )


def take_out(connection: Connection, texts: Iterable[tuple[int, str]]) -> None:
    """Take texts out; they must be given as they were put in."""
    rows = list(texts)
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        connection.execute(
            text(
                "INSERT INTO inbox_gram (inbox_gram, rowid, grams) VALUES ('delete', :id, :grams)"
            ),
            [{"id": number, "grams": " ".join(sorted(grams_of(one)))} for number, one in rows],
        )
        return
    connection.execute(
        text("DELETE FROM inbox_gram WHERE id = ANY(:ids)"), {"ids": [number for number, _ in rows]}
    )
