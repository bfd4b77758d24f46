"""What is printed, as plain data: text is text, nothing in it is ever read as code."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Run:
    """Text of one weight; a line feed in it begins a new line."""

    text: str
    bold: bool = False


Runs = tuple[Run, ...]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; `marker` is the number or dash of a list item."""

    runs: Runs
    indent: bool = True
    marker: str = ""
    kind: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True)
class Heading:
    """A heading inside the document; it stays with what follows."""

    runs: Runs
    kind: Literal["heading"] = "heading"


@dataclass(frozen=True)
class Cell:
    """One cell of a table; `head` when it names its row or column."""

    runs: Runs
    head: bool


@dataclass(frozen=True)
class Table:
    """Rows of equally many cells; with `titled`, the first row is repeated on every page."""

    rows: tuple[tuple[Cell, ...], ...]
    titled: bool
    kind: Literal["table"] = "table"


@dataclass(frozen=True)
class Qr:
    """A QR code that says `value`; `svg` is its picture."""

    value: str
    svg: str
    kind: Literal["qr"] = "qr"


Block = Paragraph | Heading | Table | Qr


@dataclass(frozen=True)
class Sheet:
    """One document: red heading, number, title, body, signature, foot.

    `annex` begins on a page of its own behind the signature.
    """

    issuer: str
    title: str
    number: str
    blocks: tuple[Block, ...]
    signature: tuple[Runs, ...]
    foot: tuple[Runs, ...]
    annex: tuple[Block, ...] = ()
