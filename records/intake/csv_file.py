"""Reading petitions from a CSV file (plain or gzip), row by row, with a reason for each refusal."""

import csv
import gzip
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from records.models.petition import PetitionForm
from records.petitions import NewPetition

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
MAX_SUBJECT = 300
MAX_TEXT = 100_000


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
            f"{path.name} cannot be read as CSV after line {line} ({reason}). "
            "Mend that line and import the file again: rows already imported are recognised."
        )


@dataclass(frozen=True)
class Row:
    """One line of the file: a petition, or the reason why it is refused."""

    line: int
    source_id: str
    petition: NewPetition | None
    refusal: str | None = None


def read_rows(
    path: Path, *, bureau_id: str, source_system: str, today: date, encoding: str = "utf-8"
) -> Iterator[Row]:
    """Every row of the file in order.

    Raises FileNotText, ColumnMissing before the first row, LineBroken where the file breaks.
    """
    text = _decode(path, encoding)
    reader = csv.DictReader(io.StringIO(text, newline=""))
    header = reader.fieldnames or []
    found = {
        name: column
        for name, names in (COLUMNS | OPTIONAL).items()
        if (column := next((c for c in header if c.strip().lower() in names), None))
    }
    missing = [name for name in COLUMNS if name not in found]
    if missing:
        raise ColumnMissing(path, missing)
    for fields in _whole_lines(reader, path):
        values = {name: (fields.get(column) or "").strip() for name, column in found.items()}
        refusal = _refusal(values, today)
        yield Row(
            line=reader.line_num,
            source_id=values["id"],
            petition=None if refusal else _petition(values, bureau_id, source_system),
            refusal=refusal,
        )


def _whole_lines(reader: "csv.DictReader[str]", path: Path) -> Iterator[dict[str, str]]:
    csv.field_size_limit(16 * 1024 * 1024)
    try:
        yield from reader
    except csv.Error as error:
        raise LineBroken(path, reader.line_num, str(error)) from None


def _decode(path: Path, encoding: str) -> str:
    data = path.read_bytes()
    if data[:2] == b"\x1f\x8b":
        data = gzip.decompress(data)
    try:
        return data.decode("utf-8-sig" if encoding == "utf-8" else encoding)
    except UnicodeDecodeError:
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
    if len(values["text"]) > MAX_TEXT:
        return f"text longer than {MAX_TEXT} characters"
    received = _date(values["sent_at"])
    if received is None:
        return "sent_at is not a date (YYYY-MM-DD)"
    if received > today:
        return "sent_at lies in the future"
    if values.get("form") and values["form"] not in set(PetitionForm):
        return f"form is none of {', '.join(PetitionForm)}"
    return None


def _date(text: str) -> date | None:
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
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
        petitioner_name=values["person"][:200],
        address=values.get("address") or None,
        phone=values.get("phone") or None,
        source=(source_system, values["id"]),
    )
