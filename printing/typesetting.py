"""Sets a Sheet as PDF/A-2b with typst. The same sheet, moment and fonts make the same bytes."""

import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Final

from printing.errors import FontsMissing, GlyphsMissing, PrintingFailed
from printing.sheet import Sheet

ROOT = Path(__file__).resolve().parent.parent
LAYOUT = Path(__file__).with_name("layout.typ")
FONTS = ROOT / "web" / "out" / "fonts"
FAMILY = "Noto Serif SC"
STANDARD: Final = "a-2b"
# Points from line to line, as the custom has it first. A tighter one is taken when it saves a page.
PITCHES = ("29", "26.5", "24")
SIZE = "16"
# Pitch and size that bring what is a little too long to one page; never taken for longer documents.
SMALL = ("20.5", "14")
# How typst says that a text has no glyph; a test asks it for one.
WITHOUT_GLYPH = re.compile(r'the text `(".*?")` could not be displayed', re.DOTALL)
RUST_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}")


@dataclass(frozen=True)
class Printed:
    """A document as PDF."""

    pdf: bytes
    pages: int


def renderer() -> str:
    """What makes the PDF: two documents of the same renderer look alike."""
    return f"typst {version('typst')}, layout {sha256(LAYOUT.read_bytes()).hexdigest()[:12]}"


def typeset(
    sheet: Sheet, *, at: datetime, seal_place: bool = False, fonts: Sequence[Path] = ()
) -> Printed:
    """Print the sheet as issued `at` (aware). `seal_place` draws where the seal goes.

    `fonts` are folders beside our own, for characters that it lacks. Raises FontsMissing,
    GlyphsMissing, PrintingFailed.
    """
    import typst  # late: it maps the fonts into memory

    found = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[FONTS, *(folder for folder in fonts if folder.is_dir())],
    )
    if FAMILY not in found.families():
        raise FontsMissing
    moment = at.astimezone(UTC)
    data = {**asdict(sheet), "seal_place": seal_place, "at": moment.timetuple()[:6]}
    compiler = typst.Compiler(
        str(LAYOUT), root=str(LAYOUT.parent), font_paths=found, ignore_system_fonts=True
    )

    def made(pitch: str, size: str = SIZE) -> tuple[Printed, int]:
        given = {"sheet": json.dumps(data), "pitch": pitch, "size": size}
        pdf = compiler.compile(
            format="pdf", pdf_standards=[STANDARD], timestamp=moment, sys_inputs=given
        )
        if not isinstance(pdf, bytes):
            raise PrintingFailed
        pages, own = (
            int(json.loads(compiler.query(label, field="value", one=True)))
            for label in ("<pages>", "<own-pages>")
        )
        return Printed(pdf, pages), own

    try:
        tries = [made(PITCHES[0])]
        if tries[0][1] > 1:
            tries += map(made, PITCHES[1:])
        best, own = min(tries, key=lambda one: one[1])  # the first of those with fewest pages
        if own == 2:
            small, own = made(*SMALL)
            best = small if own == 1 else best
    except typst.TypstError as error:
        missing = WITHOUT_GLYPH.findall(error.diagnostic)
        if missing:
            raise GlyphsMissing("".join(map(_unquoted, missing))) from None
        raise PrintingFailed(f"typst: {error.message}") from None
    return best


def _unquoted(quoted: str) -> str:
    """The text that a Rust debug string shows."""
    text = RUST_ESCAPE.sub(lambda found: chr(int(found[1], 16)), quoted[1:-1])
    return text.replace('\\"', '"').replace("\\\\", "\\")
