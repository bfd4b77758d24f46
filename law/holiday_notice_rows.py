"""A holiday notice as rows: what JSON and CSV say, each row with where it stands."""

import csv
import json
from dataclasses import dataclass
from datetime import date

from law.calendar import DayKind
from law.errors import NoticeDateImpossible, NoticeNotReadable

LONGEST_NAME = 60
FLAGS = {"true": True, "1": True, "是": True, "false": False, "0": False, "否": False}


@dataclass(frozen=True)
class NoticeRow:
    """One day of a notice. `kind` only where the notice names it; `where` is its line or entry."""

    date: date
    name: str
    is_off: bool
    where: str
    kind: DayKind | None = None


def read_json(text: str) -> list[NoticeRow]:
    """Rows of a JSON list of objects with `date`, `name`, `is_off_day`.

    Raises:
        NoticeNotReadable, NoticeDateImpossible: with the entry, counted from 1.
    """
    try:
        entries = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise NoticeNotReadable(f"line {getattr(error, 'lineno', 1)}") from None
    if not isinstance(entries, list) or not entries:
        raise NoticeNotReadable("entry 1")
    return [_json_row(entry, f"entry {number}") for number, entry in enumerate(entries, start=1)]


def _json_row(entry: object, where: str) -> NoticeRow:
    if not isinstance(entry, dict) or not isinstance(entry.get("is_off_day"), bool):
        raise NoticeNotReadable(where)
    return NoticeRow(
        _date(entry.get("date"), where), _name(entry.get("name"), where), entry["is_off_day"], where
    )


def read_csv(text: str) -> list[NoticeRow]:
    """Rows of CSV with the columns date, name and is_off_day (true or false) or kind.

    Raises:
        NoticeNotReadable, NoticeDateImpossible: with the line, counted from 1.
    """
    reader = csv.DictReader(text.splitlines())
    columns = {column.strip().lower(): column for column in reader.fieldnames or ()}
    if not {"date", "name"} <= columns.keys() or not {"is_off_day", "kind"} & columns.keys():
        raise NoticeNotReadable("line 1")
    rows = []
    for row in reader:
        where = f"line {reader.line_num}"
        values = {name: (row[column] or "").strip() for name, column in columns.items()}
        kind = _kind(values["kind"], where) if "kind" in values else None
        is_off = _flag(values["is_off_day"], where) if kind is None else not kind.is_worked
        rows.append(
            NoticeRow(
                _date(values["date"], where), _name(values["name"], where), is_off, where, kind
            )
        )
    return rows


def _date(value: object, where: str) -> date:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise NoticeDateImpossible(where) from None


def _name(value: object, where: str) -> str:
    if not isinstance(value, str) or not 1 <= len(value.strip()) <= LONGEST_NAME:
        raise NoticeNotReadable(where)
    return value.strip()


def _flag(value: str, where: str) -> bool:
    if value.lower() not in FLAGS:
        raise NoticeNotReadable(where)
    return FLAGS[value.lower()]


def _kind(value: str, where: str) -> DayKind:
    try:
        return DayKind(value)
    except ValueError:
        raise NoticeNotReadable(where) from None
