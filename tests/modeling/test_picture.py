"""A diagram is drawn with its Chinese labels; needs Chromium."""

import shutil
import struct
from pathlib import Path

import pytest

from modeling import picture
from modeling.errors import BrowserMissing
from modeling.picture import draw
from tests.modeling.samples import write_models

HAS_BROWSER = any(shutil.which(name) for name in picture.BROWSERS)
needs_browser = pytest.mark.skipif(
    not HAS_BROWSER, reason="needs Chromium; Debian: apt-get install chromium fonts-noto-cjk"
)


def test_without_a_browser_the_error_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(BrowserMissing, match="apt-get install chromium"):
        draw(tmp_path / "a.bpmn", tmp_path / "a.png")


@pytest.mark.browser
@needs_browser
def test_a_diagram_becomes_a_picture_of_its_own_size(tmp_path: Path) -> None:
    folder = write_models(tmp_path)
    draw(folder / "bpmn" / "answer_letter.bpmn", tmp_path / "a.png")
    image = (tmp_path / "a.png").read_bytes()
    assert image.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", image[16:24])
    drawn = 636 - 100 + 2 * picture.MARGIN  # from the first to the last event of the sample
    assert drawn * picture.SCALE <= width <= (drawn + 120) * picture.SCALE
    assert height < width


@pytest.mark.browser
@needs_browser
def test_a_file_that_is_no_diagram_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.bpmn"
    path.write_text("<a/>")
    with pytest.raises(picture.DrawingFailed, match=r"a\.bpmn"):
        draw(path, tmp_path / "a.png")
