"""Draws a diagram as a picture for the documents, with bpmn-js in a headless Chromium."""

import json
import shutil
from pathlib import Path

from modeling.bundle import OUT, build_bundle
from modeling.errors import BrowserMissing, ModelingError

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
SCALE = 2  # picture dots per drawn unit
MARGIN = 20  # drawn units around the diagram
LOGO = 34  # and below it, where bpmn-js shows its mark
DRAW_MILLISECONDS = 20_000

_PAGE = """<!doctype html><html lang="zh"><meta charset="utf-8"><title>图</title>
<style>body { margin: 0 } #diagram { width: 4000px; height: 3000px }</style>
<div id="diagram"></div>"""

# The diagram's box in the page, after its whole size is known, at scale 1.
_DRAW = """async (xml) => {
  const viewer = await XinfangDiagram.show(document.getElementById('diagram'), xml);
  const { inner } = viewer.get('canvas').viewbox();
  const box = document.getElementById('diagram');
  box.style.width = Math.ceil(inner.width + 2 * MARGIN) + 'px';
  box.style.height = Math.ceil(inner.height + 2 * MARGIN + LOGO) + 'px';
  viewer.get('canvas').resized();
  viewer.get('canvas').viewbox({
    x: inner.x - MARGIN, y: inner.y - MARGIN,
    width: inner.width + 2 * MARGIN, height: inner.height + 2 * MARGIN + LOGO,
  });
  await document.fonts.ready;
}"""


class DrawingFailed(ModelingError):
    """The browser could not show the diagram; check the file with ./xinfang check."""


def find_browser() -> str:
    """The path of the system's Chromium. Raises BrowserMissing."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        raise BrowserMissing
    return found


def draw(bpmn_path: Path, png_path: Path) -> None:
    """Write the diagram of a .bpmn file as PNG, two dots per unit.

    Needs the development packages. Raises BrowserMissing, DrawingFailed, BundleFailed, OSError.
    """
    try:
        from playwright.sync_api import Error, sync_playwright  # late: development only
    except ImportError:
        raise BrowserMissing from None
    browser_path = find_browser()
    build_bundle()
    xml = bpmn_path.read_text(encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        try:
            page = browser.new_page(device_scale_factor=SCALE)
            page.set_default_timeout(DRAW_MILLISECONDS)
            page.set_content(_PAGE)
            page.add_style_tag(path=OUT / "diagram.css")
            page.add_script_tag(path=OUT / "diagram.js")
            drawing = _DRAW.replace("MARGIN", str(MARGIN)).replace("LOGO", str(LOGO))
            page.evaluate(f"({drawing})({json.dumps(xml)})")
            page.locator("#diagram").screenshot(path=png_path)
        except Error as error:
            raise DrawingFailed(f"{bpmn_path}: {error.message.splitlines()[0]}") from None
        finally:
            browser.close()
