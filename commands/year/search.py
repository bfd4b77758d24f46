"""Looks through the whole journal and all logs for what is personal."""

import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import select

from journal.tables import metadata
from records.database import Database
from simulation.year.privacy import Words

CHUNK = 8 * 2**20
OVERLAP = 4096
ROWS = 2000


def search(database: Database, data_dir: Path, words: Words) -> tuple[dict[str, int], int]:
    """How many words stand in each table or file (none: not named), and how many were searched."""
    found: Counter[str] = Counter()
    searched = 0
    for place, pieces in (*_tables(database), *_logs(data_dir)):
        searched += 1
        here: set[str] = set()
        for piece in pieces:
            here |= words.found_in(piece)
        if here:
            found[place] = len(here)
    return dict(found), searched


def _tables(database: Database) -> Iterator[tuple[str, Iterator[bytes]]]:
    for table in metadata.sorted_tables:
        yield table.fullname, _rows(database, table.name)


def _rows(database: Database, name: str) -> Iterator[bytes]:
    table = next(one for one in metadata.sorted_tables if one.name == name)
    with database.reading() as session:
        for rows in session.execute(select(table)).partitions(ROWS):
            whole = [_bytes(value) for row in rows for value in row if value is not None]
            yield b"\n".join(whole)


def _bytes(value: object) -> bytes:
    """A value as bytes; what is compressed is decompressed."""
    if not isinstance(value, bytes):
        return str(value).encode()
    try:
        return zlib.decompress(value)
    except zlib.error:
        return value


def _logs(data_dir: Path) -> Iterator[tuple[str, Iterator[bytes]]]:
    for path in sorted((data_dir / "logs").rglob("*")):
        if path.is_file():
            yield f"logs/{path.name}", _chunks(path)


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        before = b""
        while chunk := file.read(CHUNK):
            yield before + chunk
            before = chunk[-OVERLAP:]
