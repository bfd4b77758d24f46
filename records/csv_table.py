"""Reading a CSV table (plain or gzip) whole, every row with the number of its line."""

import csv
import gzip
import io
import zlib
from collections.abc import Iterable
from pathlib import Path

from records.intake.csv_file import CsvProblem, FileNotGzip, FileNotText, LineBroken

Line = tuple[int, dict[str, str]]
SHOWN = 20
EXTRA = ""  # key of csv.DictReader for fields beyond the first line's


class WrongColumns(CsvProblem):
    """The first line lacks columns that are needed."""

    def __init__(self, path: Path, missing: Iterable[str]) -> None:
        super().__init__(
            f"{path.name} has no column {', '.join(missing)}. Add it to the first line and try "
            "again. Nothing was imported."
        )


class RowsRefused(CsvProblem):
    """Some rows are wrong; none is taken."""

    def __init__(self, path: Path, problems: list[tuple[int, str]]) -> None:
        self.problems = problems
        shown = [f"  line {line}: {reason}" for line, reason in problems[:SHOWN]]
        if len(problems) > SHOWN:
            shown.append(f"  ... and {len(problems) - SHOWN} more")
        super().__init__(
            "\n".join([f"{path.name}: {len(problems)} wrong rows. Nothing was imported.", *shown])
        )


def read_table(path: Path, needed: tuple[str, ...]) -> list[Line]:
    """Every row, its values without blanks around them.

    Raises FileNotText, FileNotGzip, WrongColumns, LineBroken, RowsRefused (too many fields).
    """
    data = path.read_bytes()
    if data[:2] == b"\x1f\x8b":
        try:
            data = gzip.decompress(data)
        except (OSError, EOFError, zlib.error):
            raise FileNotGzip(path) from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeError:
        raise FileNotText(path, "utf-8") from None
    reader = csv.DictReader(io.StringIO(text, newline=""), restkey=EXTRA, restval="", strict=True)
    lines: list[Line] = []
    too_long: list[tuple[int, str]] = []
    try:
        header = reader.fieldnames or ()
        if missing := [name for name in needed if name not in header]:
            raise WrongColumns(path, missing)
        for row in reader:
            if EXTRA in row:
                too_long.append((reader.line_num, "more fields than the first line names"))
            else:
                lines.append((reader.line_num, {key: row[key].strip() for key in header}))
    except csv.Error as error:
        raise LineBroken(path, reader.line_num, str(error)) from None
    if too_long:
        raise RowsRefused(path, too_long)
    return lines
