"""Pictures that can be read in a README: a wide diagram is folded into rows, like lines of text."""

import base64
import hashlib
import math
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from lxml import etree

from modeling.picture import MARGIN, SCALE, find_browser
from settings import ROOT

IMAGES = ROOT / "docs" / "images"
INDEX = IMAGES / "index.json"
ROW_WIDTH = 1200  # drawn units that are still legible at the width of a README
ROW_GAP = 24
PADDING = 24
BOUNDS = "{http://www.omg.org/spec/DD/20100524/DC}Bounds"
POINT = "{http://www.omg.org/spec/DD/20100524/DI}waypoint"


@dataclass(frozen=True)
class Box:
    """A rectangle in the diagram's own units."""

    left: float
    top: float
    right: float
    bottom: float


def drawn_from(diagram: Path) -> dict[str, str]:
    """What the index keeps of a picture: the diagram and the digest of its content."""
    digest = hashlib.sha256(diagram.read_bytes()).hexdigest()
    return {"diagram": str(diagram.relative_to(ROOT)), "sha256": digest}


def fold(diagram: Path, picture: Path) -> None:
    """Fold a drawn picture where only flows cross, when it is too wide for one row."""
    shapes = _boxes(diagram)
    rows = rows_of(shapes)
    if len(rows) > 1:
        _redraw(picture, rows, left=min(s.left for s in shapes), top=min(s.top for s in shapes))


def _boxes(diagram: Path) -> list[Box]:
    """Shapes and labels, and the bends of flows as boxes without size."""
    root = etree.fromstring(diagram.read_bytes())
    found = []
    for element in root.iter(BOUNDS, POINT):
        x, y = float(element.get("x", "0")), float(element.get("y", "0"))
        width, height = float(element.get("width", "0")), float(element.get("height", "0"))
        found.append(Box(x, y, x + width, y + height))
    return found


def rows_of(boxes: list[Box]) -> list[Box]:
    """The diagram cut at the widest gaps near even parts; one box when it fits one row."""
    left, right = min(b.left for b in boxes), max(b.right for b in boxes)
    parts = math.ceil((right - left) / ROW_WIDTH)
    shapes = [box for box in boxes if box.right > box.left]
    free = [
        x
        for x in range(int(left), int(right))
        if all(x < box.left - PADDING or x > box.right + PADDING for box in shapes)
    ]
    ideal = [left + (right - left) * part / parts for part in range(1, parts)]
    # Where there are few gaps, two ideal places may lead to the same one.
    cuts = sorted({_nearest(at, free) for at in ideal if free})
    edges = [left - PADDING, *cuts, right + PADDING]
    return [_row(shapes, a, b) for a, b in pairwise(edges)]


def _nearest(wanted: float, places: list[int]) -> int:
    return min(places, key=lambda place: abs(place - wanted))


def _row(shapes: list[Box], left: float, right: float) -> Box:
    inside = [box for box in shapes if left <= box.left and box.right <= right]
    top = min(box.top for box in inside) - PADDING
    return Box(left, top, right, max(box.bottom for box in inside) + PADDING)


def _redraw(picture: Path, rows: list[Box], *, left: float, top: float) -> None:
    """Lay the rows of the picture one below the other. Raises BrowserMissing."""
    from playwright.sync_api import sync_playwright  # late: development only

    image = base64.b64encode(picture.read_bytes()).decode()
    strips = "".join(
        f'<div style="width:{row.right - row.left}px;height:{row.bottom - row.top}px;'
        f"background-position:{left - MARGIN - row.left}px {top - MARGIN - row.top}px"
        f'"></div>'
        for row in rows
    )
    page_text = (
        "<!doctype html><style>body{margin:0;background:#fff}#all{display:inline-flex;"
        f"flex-direction:column;gap:{ROW_GAP}px}}#all div{{background-image:"
        f"url(data:image/png;base64,{image});background-repeat:no-repeat;"
        f"background-size:WIDTHpx auto}}</style><div id=all>{strips}</div>"
    )
    width = int.from_bytes(picture.read_bytes()[16:20], "big") / SCALE
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        try:
            page = browser.new_page(device_scale_factor=SCALE)
            page.set_content(page_text.replace("WIDTH", str(width)))
            page.locator("#all").screenshot(path=picture)
        finally:
            browser.close()
