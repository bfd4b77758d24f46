"""The printing process gives what typesetting here gives, errors too."""

import subprocess
from typing import Any

import pytest

from printing import child
from printing.child import print_document
from printing.errors import GlyphsMissing, PrintingFailed, UnknownMarkup
from tests.printing.documents import ISSUED_AT, document, printed


def test_the_process_prints_the_same_bytes() -> None:
    html = document("<p>您的信访事项已经登记。</p>")

    assert print_document(html, at=ISSUED_AT) == printed(html)


def test_errors_come_back_by_name() -> None:
    with pytest.raises(GlyphsMissing) as missing:
        print_document(document("<p>𠮷</p>"), at=ISSUED_AT)
    assert missing.value.code_points == ["U+20BB7"]
    with pytest.raises(UnknownMarkup, match="script in main"):
        print_document(document("<script></script>"), at=ISSUED_AT)


def test_a_process_that_dies_or_hangs_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "SECONDS", 0.001)
    with pytest.raises(PrintingFailed, match="took longer"):
        print_document(document("<p>甲</p>"), at=ISSUED_AT)

    def died(*_: Any, **__: Any) -> subprocess.CompletedProcess[bytes]:
        return subprocess.CompletedProcess([], -9, b"", b"")

    monkeypatch.setattr(subprocess, "run", died)
    with pytest.raises(PrintingFailed, match="ended with -9"):
        print_document(document("<p>甲</p>"), at=ISSUED_AT)
