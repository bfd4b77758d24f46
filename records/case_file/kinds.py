"""What kind of file some bytes are, by their content; its name says nothing.

A table, not a library: two kinds that offices here exchange daily (OFD, and text in GB 18030) are
in none we know.
"""

import io
import zipfile
from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """A kind of file. `is_shown`: browsers show it themselves, without running anything of it."""

    code: str
    media_type: str
    is_shown: bool = False


_OFFICE = "application/vnd.openxmlformats-officedocument."
KINDS = {
    one.code: one
    for one in (
        Kind("pdf", "application/pdf", is_shown=True),
        Kind("jpeg", "image/jpeg", is_shown=True),
        Kind("png", "image/png", is_shown=True),
        Kind("gif", "image/gif", is_shown=True),
        Kind("webp", "image/webp", is_shown=True),
        Kind("tiff", "image/tiff"),
        Kind("heic", "image/heic"),
        Kind("ofd", "application/ofd"),
        Kind("docx", f"{_OFFICE}wordprocessingml.document"),
        Kind("xlsx", f"{_OFFICE}spreadsheetml.sheet"),
        Kind("pptx", f"{_OFFICE}presentationml.presentation"),
        Kind("ole", "application/x-ole-storage"),  # .doc, .xls, .ppt, .wps of old
        Kind("text", "text/plain"),
        Kind("mp3", "audio/mpeg"),
        Kind("wav", "audio/wav"),
        Kind("amr", "audio/amr"),
        Kind("mp4", "video/mp4"),  # and sound alone: .m4a
        Kind("zip", "application/zip"),
    )
}
# Beginning, where it stands, kind.
_SIGNATURES = (
    (b"%PDF-", 0, "pdf"),
    (b"\xff\xd8\xff", 0, "jpeg"),
    (b"\x89PNG\r\n\x1a\n", 0, "png"),
    (b"GIF87a", 0, "gif"),
    (b"GIF89a", 0, "gif"),
    (b"WEBP", 8, "webp"),
    (b"WAVE", 8, "wav"),
    (b"II*\x00", 0, "tiff"),
    (b"MM\x00*", 0, "tiff"),
    (b"ftypheic", 4, "heic"),
    (b"ftypmif1", 4, "heic"),
    (b"ftyp", 4, "mp4"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0, "ole"),
    (b"#!AMR", 0, "amr"),
    (b"ID3", 0, "mp3"),
    (b"\xff\xfb", 0, "mp3"),
    (b"\xff\xf3", 0, "mp3"),
)
_IN_ZIP = (
    ("OFD.xml", "ofd"),
    ("word/document.xml", "docx"),
    ("xl/workbook.xml", "xlsx"),
    ("ppt/presentation.xml", "pptx"),
)
# A page, a drawing with scripts or a program is text too, but nothing to put on file.
_RUNS = ("<!doctype", "<html", "<svg", "<?xml", "<script", "#!")
_CONTROLS = {*map(chr, range(32))} - set("\t\n\r\f")


class UnknownKind(ValueError):
    """The setting attachment_kinds names a kind that there is not."""


def kinds_named(codes: str) -> tuple[Kind, ...]:
    """The kinds of these codes, with blanks between. Raises UnknownKind."""
    if unknown := [code for code in codes.split() if code not in KINDS]:
        raise UnknownKind(f"attachment_kinds: {' '.join(unknown)}. Known: {' '.join(KINDS)}")
    return tuple(KINDS[code] for code in codes.split())


def kind_of(content: bytes) -> Kind | None:
    """The kind of these bytes, or None where it is none of those known."""
    for mark, place, code in _SIGNATURES:
        if content.startswith(mark, place):
            return KINDS[code]
    if content.startswith(b"PK\x03\x04"):
        return KINDS[_in_zip(content)]
    return KINDS["text"] if _is_text(content) else None


def _in_zip(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return "zip"
    return next((code for name, code in _IN_ZIP if name in names), "zip")


def _is_text(content: bytes) -> bool:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        beginning = text.lstrip()[:200].lower()
        return _CONTROLS.isdisjoint(text) and not beginning.startswith(_RUNS)
    return False
