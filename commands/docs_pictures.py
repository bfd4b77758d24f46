"""Pictures that can be read in a README: a wide diagram is folded into rows, like lines of text."""

import base64
import hashlib
import math
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from lxml import etree

from modeling.picture import LOGO, MARGIN, SCALE, find_browser
from settings import ROOT

IMAGES = ROOT / "docs" / "images"
INDEX = IMAGES / "index.json"
ROW_WIDTH = 1200  # drawn units that are still legible at the width of a README
ROW_GAP = 24
WORTH_FOLDING = 0.75  # a fold that leaves a row wider than this part of the whole gains nothing
PADDING = 24  # around shapes, where a cut may pass
ROW_PADDING = 16  # above and below a row; less than the margin, so that no mark is cut through
MARK_WIDTH, MARK_HEIGHT = 84, LOGO + 4  # the mark of bpmn.io, below the diagram at the right
BOUNDS = "{http://www.omg.org/spec/DD/20100524/DC}Bounds"
EDGE = "{http://www.omg.org/spec/BPMN/20100524/DI}BPMNEdge"
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
    shapes, lines = _drawn(diagram)
    rows = rows_of(shapes, lines)
    if len(rows) > 1:
        drawn = [*shapes, *lines]
        _redraw(picture, rows, left=min(s.left for s in drawn), top=min(s.top for s in drawn))


def _drawn(diagram: Path) -> tuple[list[Box], list[Box]]:
    """Shapes with labels, and the straight parts of flows as boxes without height or width."""
    root = etree.fromstring(diagram.read_bytes())
    shapes = []
    for element in root.iter(BOUNDS):
        x, y = float(element.get("x", "0")), float(element.get("y", "0"))
        width, height = float(element.get("width", "0")), float(element.get("height", "0"))
        shapes.append(Box(x, y, x + width, y + height))
    lines = []
    for edge in root.iter(EDGE):
        bends = [(float(p.get("x", "0")), float(p.get("y", "0"))) for p in edge.iter(POINT)]
        lines += [
            Box(min(x, to_x), min(y, to_y), max(x, to_x), max(y, to_y))
            for (x, y), (to_x, to_y) in pairwise(bends)
        ]
    return shapes, lines


def rows_of(shapes: list[Box], lines: list[Box]) -> list[Box]:
    """The diagram cut at gaps near even parts; one box when it fits one row or has no good gaps."""
    drawn = [*shapes, *lines]
    left, right = min(b.left for b in drawn), max(b.right for b in drawn)
    parts = math.ceil((right - left) / ROW_WIDTH)
    free = [
        x
        for x in range(int(left), int(right))
        if all(x < box.left - PADDING or x > box.right + PADDING for box in shapes)
    ]
    ideal = [left + (right - left) * part / parts for part in range(1, parts)]
    # Where there are few gaps, two ideal places may lead to the same one.
    cuts = sorted({_nearest(at, free) for at in ideal if free})
    edges = [left - PADDING, *cuts, right + PADDING]
    if max(b - a for a, b in pairwise(edges)) > WORTH_FOLDING * (edges[-1] - edges[0]):
        edges = [edges[0], edges[-1]]
    return [_row(drawn, a, b) for a, b in pairwise(edges)]


def _nearest(wanted: float, places: list[int]) -> int:
    return min(places, key=lambda place: abs(place - wanted))


def _row(drawn: list[Box], left: float, right: float) -> Box:
    """As high as what is in it, and as the flows that only pass through."""
    inside = [box for box in drawn if box.left <= right and left <= box.right]
    top = min(box.top for box in inside) - ROW_PADDING
    return Box(left, top, right, max(box.bottom for box in inside) + ROW_PADDING)


def _redraw(picture: Path, rows: list[Box], *, left: float, top: float) -> None:
    """Lay the rows one below the other, then the mark of bpmn.io. Raises BrowserMissing."""
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
        f"background-size:WIDTHpx auto}}#all div:last-child{{align-self:flex-end;"
        f"width:{MARK_WIDTH}px;height:{MARK_HEIGHT}px;background-position:right bottom}}</style>"
        f"<div id=all>{strips}<div></div></div>"
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
