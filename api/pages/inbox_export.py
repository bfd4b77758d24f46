"""The list on the screen as a file: CSV for any program, XLSX for a spreadsheet."""

import asyncio
import csv
import io
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

from fastapi import APIRouter, Response
from fastapi.responses import FileResponse, StreamingResponse
from starlette.background import BackgroundTask

from api.deps import InboxKept, LanguageDep, NowDep, PersonDep, RuntimeDep, read_briefly
from api.pages.inbox_sheet import Line, sheet_of
from api.pages.inbox_view import AddressDep

router = APIRouter(include_in_schema=False, prefix="/inbox")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BOM = "\ufeff"
# A spreadsheet takes what begins so for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
WIDE, USUAL = 40, 18


@router.get("/tasks.csv", dependencies=[InboxKept])
async def inbox_csv(
    runtime: RuntimeDep, person: PersonDep, language: LanguageDep, now: NowDep, where: AddressDep
) -> Response:
    """The list as CSV (UTF-8 with a mark, as spreadsheets want it), sent while it is read."""
    sheet = await read_briefly(
        runtime, lambda session: sheet_of(session, person, where, now=now, language=language)
    )

    async def written() -> AsyncIterator[str]:
        yield BOM
        async for line in sheet.lines(runtime):
            yield csv_line(line)

    return StreamingResponse(
        written(), media_type="text/csv; charset=utf-8", headers=_named("tasks.csv")
    )


@router.get("/tasks.xlsx", dependencies=[InboxKept])
async def inbox_xlsx(
    runtime: RuntimeDep, person: PersonDep, language: LanguageDep, now: NowDep, where: AddressDep
) -> Response:
    """The list as a workbook of one sheet; every cell is text. Rows go to a file, not to memory."""
    # Imported when first needed: most processes never write one.
    import xlsxwriter

    sheet = await read_briefly(
        runtime, lambda session: sheet_of(session, person, where, now=now, language=language)
    )
    with tempfile.NamedTemporaryFile(suffix=".xlsx", delete=False) as file:
        path = Path(file.name)
    try:
        book = xlsxwriter.Workbook(path, {"constant_memory": True})
        page = book.add_worksheet()
        page.set_column(0, 0, USUAL)
        page.set_column(1, 1, WIDE)
        page.set_column(2, 1 + len(sheet.columns), USUAL)
        number = 0
        async for line in sheet.lines(runtime):
            for column, words in enumerate(line):
                page.write_string(number, column, words)
            number += 1
        await asyncio.to_thread(book.close)
    except BaseException:
        await asyncio.to_thread(path.unlink, missing_ok=True)
        raise
    return FileResponse(
        path,
        media_type=XLSX,
        headers=_named("tasks.xlsx"),
        background=BackgroundTask(path.unlink, missing_ok=True),
    )


def csv_line(line: Line) -> str:
    """One line; what a spreadsheet would compute is made text."""
    out = io.StringIO()
    csv.writer(out).writerow(
        [f"'{words}" if words.lstrip().startswith(FORMULA) else words for words in line]
    )
    return out.getvalue()


def _named(name: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{name}"'}
