"""What kind of file some bytes are: told by the content, whatever they are called."""

import io
import zipfile

import pytest

from records.case_file.kinds import KINDS, UnknownKind, kind_of, kinds_named


def zipped(name: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(name, "x")
    return target.getvalue()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"%PDF-1.7\n", "pdf"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "jpeg"),
        (b"\x89PNG\r\n\x1a\n\x00", "png"),
        (b"GIF89a\x01", "gif"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "webp"),
        (b"RIFF\x00\x00\x00\x00WAVEfmt ", "wav"),
        (b"II*\x00\x08\x00", "tiff"),
        (b"\x00\x00\x00\x18ftypheic", "heic"),
        (b"\x00\x00\x00\x18ftypmp42", "mp4"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "ole"),
        (b"#!AMR\n", "amr"),
        (b"ID3\x04", "mp3"),
        (zipped("OFD.xml"), "ofd"),
        (zipped("word/document.xml"), "docx"),
        (zipped("xl/workbook.xml"), "xlsx"),
        (zipped("ppt/presentation.xml"), "pptx"),
        (zipped("anything.exe"), "zip"),
        (b"PK\x03\x04 broken", "zip"),
        ("情况说明".encode(), "text"),
        ("情况说明".encode("gb18030"), "text"),
    ],
)
def test_the_content_says_what_it_is(content: bytes, code: str) -> None:
    assert kind_of(content) == KINDS[code]


@pytest.mark.parametrize(
    "content",
    [
        b"MZ\x90\x00\x03",
        b"\x7fELF\x02",
        b"<html><script>alert(1)</script>",
        b'\n <svg xmlns="http://www.w3.org/2000/svg">',
        b"<?xml version='1.0'?><a/>",
        b"#!/bin/sh\n",
        b"\x00\x01\x02\x03",
    ],
)
def test_programs_and_pages_are_no_kind(content: bytes) -> None:
    assert kind_of(content) is None


def test_nothing_that_is_shown_can_run() -> None:
    shown = {one.media_type for one in KINDS.values() if one.is_shown}
    assert shown == {"application/pdf", "image/jpeg", "image/png", "image/gif", "image/webp"}


def test_a_setting_with_a_kind_that_is_unknown_is_refused() -> None:
    assert [one.code for one in kinds_named("pdf ofd")] == ["pdf", "ofd"]
    with pytest.raises(UnknownKind, match="exe"):
        kinds_named("pdf exe")
