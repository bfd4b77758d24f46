"""Reads the HTML of an issued document into a Sheet. What it does not know, it refuses.

    body > header    div.issuer, h1, div.number
         > main      p, p.addressee, p.flush, h2, ol > li, ul > li, table > tr > th | td,
                     img.qr, div.signature > p
         > footer    p
    in p, h2, li, th, td: text, strong, br

What stands in main behind the signature is the annex. `head` says how browsers show the document
and is not printed. A notice needs header and main.
"""

import re
from collections.abc import Iterable, Iterator

from lxml import html

from printing.errors import UnknownMarkup
from printing.qr import qr_svg
from printing.sheet import Block, Cell, Heading, Paragraph, Qr, Run, Runs, Sheet, Table

CLASSES = {"p": {"", "addressee", "flush"}, "div": {"issuer", "number", "signature"}, "img": {"qr"}}
ATTRIBUTES = {"img": {"class", "alt", "src"}, "html": {"lang"}}
SPACES = re.compile(r"[ \t\r\n\f]+")  # what HTML takes for one space; a full-width one is text


def read_sheet(text: str) -> Sheet:
    """The document to print. Raises UnknownMarkup."""
    parser = html.HTMLParser(remove_comments=True, remove_pis=True)
    document = html.document_fromstring(text, parser=parser)
    body = document.find("body")
    if body is None:
        raise UnknownMarkup("a document without body")
    parts = {child.tag: child for child in _children(body, {"header", "main", "footer"})}
    for name in ("header", "main"):
        if name not in parts:
            raise UnknownMarkup(f"a document without {name}")
    head = _head(parts["header"])
    main = _children(parts["main"], {"p", "h2", "ol", "ul", "table", "img", "div"})
    signatures = [one for one in main if one.tag == "div"]
    for one in signatures:
        if one.get("class") != "signature":
            raise UnknownMarkup(f"div.{one.get('class')} in main")
    end = main.index(signatures[-1]) if signatures else len(main)
    before = [one for one in main[:end] if one.tag != "div"]
    return Sheet(
        issuer=head["issuer"],
        title=head["title"],
        number=head["number"],
        blocks=tuple(block for one in before for block in _blocks(one)),
        signature=tuple(_lines(signatures)),
        foot=tuple(_lines([parts["footer"]] if "footer" in parts else [])),
        annex=tuple(block for one in main[end + 1 :] for block in _blocks(one)),
    )


def _head(header: html.HtmlElement) -> dict[str, str]:
    found = {
        "title" if one.tag == "h1" else str(one.get("class")): _text(_runs(one))
        for one in _children(header, {"div", "h1"})
    }
    if set(found) != {"issuer", "title", "number"}:
        raise UnknownMarkup(f"header with {', '.join(sorted(found)) or 'nothing'}")
    return found


def _blocks(element: html.HtmlElement) -> Iterator[Block]:
    match element.tag:
        case "h2":
            yield Heading(_runs(element))
        case "p":
            yield Paragraph(_runs(element), indent=element.get("class") is None)
        case "ol" | "ul":
            for number, item in enumerate(_children(element, {"li"}), start=1):
                marker = f"{number}．" if element.tag == "ol" else "——"
                yield Paragraph(_runs(item), marker=marker)
        case "table":
            yield _table(element)
        case _:
            value = element.get("alt")
            if not value:
                raise UnknownMarkup("img.qr without alt")
            yield Qr(value, qr_svg(value))


def _table(element: html.HtmlElement) -> Table:
    lines = [
        row
        for part in _children(element, {"tr", "tbody"})
        for row in ([part] if part.tag == "tr" else _children(part, {"tr"}))
    ]
    rows = tuple(
        tuple(Cell(_runs(one), head=one.tag == "th") for one in _children(line, {"th", "td"}))
        for line in lines
    )
    if len({len(row) for row in rows}) != 1:
        raise UnknownMarkup("table with rows of different length")
    return Table(rows, titled=len(rows) > 1 and all(cell.head for cell in rows[0]))


def _lines(parents: Iterable[html.HtmlElement]) -> Iterator[Runs]:
    return (_runs(line) for parent in parents for line in _children(parent, {"p"}))


def _children(parent: html.HtmlElement, allowed: set[str]) -> list[html.HtmlElement]:
    """The elements in `parent`, which holds no text of its own."""
    texts = [parent.text, *(child.tail for child in parent)]
    if any(text and text.strip() for text in texts):
        raise UnknownMarkup(f"text directly in {parent.tag}")
    for child in parent:
        _check(child, parent, allowed)
    return list(parent)


def _check(child: html.HtmlElement, parent: html.HtmlElement, allowed: set[str]) -> None:
    if child.tag not in allowed:
        raise UnknownMarkup(f"{child.tag} in {parent.tag}")
    unknown = set(child.attrib) - ATTRIBUTES.get(child.tag, {"class"})
    if unknown:
        raise UnknownMarkup(f"attribute {', '.join(sorted(unknown))} of {child.tag}")
    if child.get("class", "") not in CLASSES.get(child.tag, {""}):
        raise UnknownMarkup(f"class {child.get('class')} of {child.tag}")


def _runs(element: html.HtmlElement) -> Runs:
    """The text of an element. Space at both ends and around line breaks is dropped."""
    runs = [run for run in _raw_runs(element) if run.text]
    kept: list[Run] = []
    for run in runs:
        before = kept[-1].text if kept else "\n"
        text = run.text.lstrip(" ") if before.endswith((" ", "\n")) else run.text
        if text.startswith("\n") and kept:
            kept[-1] = Run(kept[-1].text.rstrip(" "), kept[-1].bold)
        if text:
            kept.append(Run(text, run.bold))
    if kept:
        kept[-1] = Run(kept[-1].text.rstrip(" "), kept[-1].bold)
    return tuple(kept)


def _raw_runs(element: html.HtmlElement, *, bold: bool = False) -> Iterator[Run]:
    yield Run(_plain(element.text), bold)
    for child in element:
        _check(child, element, {"strong", "br"})
        if child.tag == "br":
            yield Run("\n", bold)
        else:
            yield from _raw_runs(child, bold=True)
        yield Run(_plain(child.tail), bold)


def _plain(text: str | None) -> str:
    return SPACES.sub(" ", text or "")


def _text(runs: Runs) -> str:
    return "".join(run.text for run in runs).replace("\n", " ")
