"""Documents to print, and what can be read on the print."""

import re
from datetime import datetime, timedelta, timezone
from io import BytesIO

from pypdf import PdfReader

from printing.reading import read_sheet
from printing.typesetting import Printed, typeset

ISSUED_AT = datetime(2026, 3, 2, 10, 0, tzinfo=timezone(timedelta(hours=8)))
FOOT = "<footer><p>信访件编号 990100012026W000001</p></footer>"


def document(
    body: str, *, issuer: str = "示范市信访局", title: str = "告知单", foot: str = FOOT
) -> str:
    """The HTML of a document with this body."""
    return (
        f'<!doctype html><html lang="zh-CN"><head><title>{title}</title></head><body><header>'
        f'<div class="issuer">{issuer}</div><h1>{title}</h1>'
        f'<div class="number">示信转告〔2026〕1号</div></header><main>{body}'
        f'<div class="signature"><p>{issuer}</p><p>2026年3月2日</p></div></main>{foot}'
        "</body></html>"
    )


def printed(html: str) -> Printed:
    """The document as PDF, made in this process."""
    return typeset(read_sheet(html), at=ISSUED_AT)


def reader(pdf: bytes) -> PdfReader:
    """The PDF, opened."""
    return PdfReader(BytesIO(pdf))


def pages_of(pdf: bytes) -> list[str]:
    """The text of each page, lines joined, without spaces."""
    return [re.sub(r"\s|\u200b", "", page.extract_text()) for page in reader(pdf).pages]


def text_of(pdf: bytes) -> str:
    """The text of all pages, without their numbers."""
    pages = enumerate(pages_of(pdf), start=1)
    return "".join(text.replace(f"—{number}—", "") for number, text in pages)
