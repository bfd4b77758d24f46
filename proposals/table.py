"""Tables as offices have them: CSV, plain or gzip, UTF-8 or GB18030."""

import csv
import gzip
import io
import zlib
from dataclasses import dataclass
from pathlib import Path

from proposals.errors import ColumnsMissing, FileUnreadable, IdTwice, TableEmpty

ENCODINGS = ("utf-8-sig", "gb18030")
LONGEST_FIELD = 16 * 1024 * 1024


@dataclass(frozen=True)
class Row:
    """One row: the line it begins in, and its values by column, without white space around."""

    line: int
    values: dict[str, str]


def read_table(path: Path, *wanted: str, any_of: tuple[str, ...] = ()) -> list[Row]:
    """Every row. The columns `wanted` must be there, and one of `any_of` if some are named.

    Raises FileUnreadable, ColumnsMissing, TableEmpty.
    """
    csv.field_size_limit(LONGEST_FIELD)
    reader = csv.DictReader(io.StringIO(_text(path), newline=""), strict=True)
    rows = []
    line = 1
    try:
        columns = [name.strip().lower() for name in reader.fieldnames or []]
        reader.fieldnames = columns
        _check(path, columns, wanted, any_of)
        line = reader.line_num + 1
        for fields in reader:
            rows.append(Row(line, {name: (fields[name] or "").strip() for name in columns}))
            line = reader.line_num + 1
    except csv.Error as error:
        raise FileUnreadable(
            f"{path.name} cannot be read as CSV from line {line} on ({error}). "
            "Mend that line (a quotation mark without its partner?) and try again."
        ) from None
    if not rows:
        raise TableEmpty(path)
    return rows


def check_ids(rows: list[Row]) -> None:
    """Raises IdTwice when two rows have the same id, FileUnreadable when one has none."""
    lines = dict[str, int]()
    for row in rows:
        row_id = row.values["id"]
        if not row_id:
            raise FileUnreadable(f"line {row.line} has no id. Give each row its own.")
        if row_id in lines:
            raise IdTwice(row_id, lines[row_id], row.line)
        lines[row_id] = row.line


def _check(
    path: Path, columns: list[str], wanted: tuple[str, ...], any_of: tuple[str, ...]
) -> None:
    missing = [name for name in wanted if name not in columns]
    if any_of and not any(name in columns for name in any_of):
        missing.append(" or ".join(any_of))
    if missing and not any(columns):
        raise TableEmpty(path)
    if missing:
        raise ColumnsMissing(path, missing)


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
        if data[:2] == b"\x1f\x8b":
            data = gzip.decompress(data)
    except (OSError, EOFError, zlib.error) as error:
        raise FileUnreadable(f"{path.name} cannot be read ({error}).") from None
    for encoding in ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise FileUnreadable(f"{path.name} is neither UTF-8 nor GB18030 text. Save it as UTF-8.")
