"""The written pages of the product, and what they link to."""

import re
from collections.abc import Iterator
from pathlib import Path

from settings import ROOT

DOCS = ROOT / "docs"
DECISIONS = DOCS / "decisions"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
LINK = re.compile(r"\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
OUTSIDE = ("https://", "http://", "mailto:")


def name_of(page: Path) -> str:
    """Its path in the repository."""
    return str(page.relative_to(ROOT))


def broken_links(page: Path) -> list[str]:
    """Links of a page that lead to no file or to no heading of a page."""
    return [link for link in _links(page) if not _leads_somewhere(page, link)]


def _links(page: Path) -> Iterator[str]:
    yield from (
        link
        for link in LINK.findall(page.read_text(encoding="utf-8"))
        if not link.startswith(OUTSIDE)
    )


def _leads_somewhere(page: Path, link: str) -> bool:
    path, _, anchor = link.partition("#")
    target = (page.parent / path).resolve() if path else page
    if not target.exists() or not target.is_relative_to(ROOT):
        return False
    return not anchor or anchor in _anchors(target)


def _anchors(page: Path) -> set[str]:
    headings = HEADING.findall(page.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
