"""Reading petitions from a CSV file (plain or gzip), row by row, with a reason for each refusal."""

import csv
import gzip
import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from law.instants import SHANGHAI
from records.models.petition import PetitionForm
from records.registration.new_petition import NewPetition

# What each column may be called; the first is the name used in messages.
COLUMNS: dict[str, tuple[str, ...]] = {
    "id": ("id", "message_id", "编号", "信访件编号"),
    "person": ("person", "user_id", "name", "姓名", "信访人"),
    "subject": ("subject", "title", "主题", "标题", "概况"),
    "sent_at": ("sent_at", "received_on", "date", "日期", "信访日期", "时间"),
    "text": ("text", "content", "内容", "投诉内容"),
}
OPTIONAL: dict[str, tuple[str, ...]] = {
    "address": ("address", "住址", "地址"),
    "phone": ("phone", "手机", "电话", "联系方式"),
    "form": ("form", "信访形式"),
}
MAX_SUBJECT = 300  # longer subjects are cut: the text says it all again
# Longer values are refused; all but the text are as long as their columns.
MAX_LENGTH = {"id": 100, "person": 200, "text": 100_000, "address": 500, "phone": 50}
EXTRA = "more fields than the first line names"  # key of csv.DictReader for surplus fields


class CsvProblem(Exception):
    """The file as a whole cannot be read; the message says what to do."""


class FileNotText(CsvProblem):
    """The file is not text in the encoding asked for."""

    def __init__(self, path: Path, encoding: str) -> None:
        hint = "Save it as UTF-8 and try again."
        if encoding.startswith("utf") and _reads_as(path, "gb18030"):
            hint = "It looks like GBK: run again with --encoding gb18030, or save it as UTF-8."
        super().__init__(
            f"{path.name} is not {encoding.upper()} text. {hint} Nothing was imported."
        )


class FileNotGzip(CsvProblem):
    """The file begins as gzip and cannot be unpacked."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path.name} is a damaged or incomplete gzip file. Copy it again. "
            "Nothing was imported."
        )


class ColumnMissing(CsvProblem):
    """A column that every petition needs is not there."""

    def __init__(self, path: Path, missing: list[str]) -> None:
        wanted = "; ".join(f"{name} (or {', '.join(COLUMNS[name][1:])})" for name in missing)
        super().__init__(
            f"{path.name} has no column {wanted}. Add it to the first line and try again. "
            "Nothing was imported."
        )


class LineBroken(CsvProblem):
    """The file stops being CSV at some line."""

    def __init__(self, path: Path, line: int, reason: str) -> None:
        super().__init__(
            f"{path.name} cannot be read as CSV from line {line} on ({reason}). "
            "Mend that line (a quotation mark without its partner?) and try again. "
            "Nothing was imported."
        )


@dataclass(frozen=True)
class Row:
    """One row: a petition, or the reason why it is refused. `line` is where it begins."""

    line: int
    source_id: str
    petition: NewPetition | None
    refusal: str | None = None


def read_rows(
    path: Path, *, bureau_id: str, source_system: str, today: date, encoding: str = "utf-8"
) -> Iterator[Row]:
    """Every row of the file in order.

    Raises FileNotText, FileNotGzip, ColumnMissing before the first row, LineBroken where the file
    breaks, LookupError when there is no such encoding.
    """
    csv.field_size_limit(16 * 1024 * 1024)
    text = _decode(path, encoding)
    # Strict: else a quotation mark without its partner swallows every row after it.
    reader = csv.DictReader(io.StringIO(text, newline=""), restkey=EXTRA, strict=True)
    header = _header(reader, path)
    found = {
        name: column
        for name, names in (COLUMNS | OPTIONAL).items()
        if (column := next((c for c in header if c.strip().lower() in names), None))
    }
    missing = [name for name in COLUMNS if name not in found]
    if missing:
        raise ColumnMissing(path, missing)
    for line, fields in _numbered(reader, path):
        values = {name: (fields.get(column) or "").strip() for name, column in found.items()}
        surplus = any(fields.get(EXTRA) or ())
        refusal = EXTRA if surplus else _refusal(values, today)
        yield Row(
            line=line,
            source_id=values["id"],
            petition=None if refusal else _petition(values, bureau_id, source_system),
            refusal=refusal,
        )


def _header(reader: "csv.DictReader[str]", path: Path) -> list[str]:
    try:
        return list(reader.fieldnames or [])
    except csv.Error as error:
        raise LineBroken(path, 1, str(error)) from None


def _numbered(reader: "csv.DictReader[str]", path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Every row with the number of its first line."""
    while True:
        line = reader.line_num + 1
        try:
            fields = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise LineBroken(path, line, str(error)) from None
        yield line, fields


def _decode(path: Path, encoding: str) -> str:
    data = path.read_bytes()
    if data[:2] == b"\x1f\x8b":
        try:
            data = gzip.decompress(data)
        except (OSError, EOFError, zlib.error):
            raise FileNotGzip(path) from None
    try:
        return data.decode("utf-8-sig" if encoding == "utf-8" else encoding)
    except UnicodeError:
        raise FileNotText(path, encoding) from None


def _reads_as(path: Path, encoding: str) -> bool:
    try:
        _decode(path, encoding)
    except CsvProblem:
        return False
    return True


def _refusal(values: dict[str, str], today: date) -> str | None:
    if not values["id"]:
        return "no id: the row could not be recognised when the file comes again"
    if not values["person"]:
        return "no person"
    if not values["text"]:
        return "no text"
    for name, longest in MAX_LENGTH.items():
        if len(values.get(name, "")) > longest:
            return f"{name} longer than {longest} characters"
    if any("\0" in value for value in values.values()):
        return "a NUL character, which no text contains"
    received = _date(values["sent_at"])
    if received is None:
        return "sent_at is not a date (YYYY-MM-DD)"
    if received > today:
        return "sent_at lies in the future"
    if values.get("form") and values["form"] not in set(PetitionForm):
        return f"form is none of {', '.join(PetitionForm)}"
    return None


def _date(text: str) -> date | None:
    """The day in Shanghai; a moment without a zone is one of there."""
    try:
        moment = datetime.fromisoformat(text)
        return (moment.astimezone(SHANGHAI) if moment.tzinfo else moment).date()
    except (ValueError, OverflowError):
        return None


def _petition(values: dict[str, str], bureau_id: str, source_system: str) -> NewPetition:
    received = _date(values["sent_at"])
    if received is None:
        raise ValueError(values["id"])
    return NewPetition(
        bureau_id=bureau_id,
        form=PetitionForm(values.get("form") or PetitionForm.online),
        subject=(values["subject"] or values["text"])[:MAX_SUBJECT],
        text=values["text"],
        received_on=received,
        petitioner_name=values["person"],
        address=values.get("address") or None,
        phone=values.get("phone") or None,
        source=(source_system, values["id"]),
    )
