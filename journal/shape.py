"""The shapes of the tables as Python checks: what does not fit never reaches the database.

So one record that does not fit is set aside alone, on SQLite and PostgreSQL alike, although only
PostgreSQL would refuse it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BigInteger, Integer, String, Table

from journal.errors import Undigestible
from journal.tables import metadata

Row = dict[str, Any]
Change = tuple[Table, Row]
Key = int | str | tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """One column: name, Python type, greatest length or value, whether it may be null."""

    name: str
    kind: type
    limit: int
    nullable: bool


def _fields(table: Table) -> tuple[Field, ...]:
    fields = []
    for column in table.columns:
        kind: type = bytes
        limit = 2**62
        if isinstance(column.type, BigInteger | Integer):
            kind, limit = int, 2**63 if isinstance(column.type, BigInteger) else 2**31
        elif isinstance(column.type, String):
            kind, limit = str, column.type.length or 2**62
        fields.append(Field(column.name, kind, limit, bool(column.nullable)))
    return tuple(fields)


_FIELDS = {table: _fields(table) for table in metadata.tables.values()}
_KEYS = {table: tuple(c.name for c in table.primary_key) for table in metadata.tables.values()}


def primary_key(table: Table, row: Mapping[str, Any]) -> Key:
    """The row's key: the value itself, or a tuple when the key has several columns."""
    names = _KEYS[table]
    return row[names[0]] if len(names) == 1 else tuple(row[name] for name in names)


def check_row(table: Table, row: Row) -> None:
    """Raise Undigestible, naming the column but never the value, when the row does not fit."""
    for field in _FIELDS[table]:
        value = row[field.name]
        if value is None:
            if not field.nullable:
                raise Undigestible(f"{table.name}.{field.name}: missing")
        elif type(value) is not field.kind:
            raise Undigestible(f"{table.name}.{field.name}: not {field.kind.__name__}")
        elif isinstance(value, int):
            if not -field.limit <= value < field.limit:
                raise Undigestible(f"{table.name}.{field.name}: too large")
        elif isinstance(value, str):
            if len(value) > field.limit:
                raise Undigestible(f"{table.name}.{field.name}: too long")
            if "\0" in value:
                raise Undigestible(f"{table.name}.{field.name}: holds a NUL character")
