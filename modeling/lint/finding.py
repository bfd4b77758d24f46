"""One thing to mend in one file."""

from dataclasses import dataclass
from typing import Literal

Language = Literal["zh", "en"]


@dataclass(frozen=True)
class Finding:
    """file: the path as given; element: an id, or "" for the whole file; rule: its short name."""

    file: str
    element: str
    rule: str
    message: str


@dataclass(frozen=True)
class Fault:
    """A finding of our own rules before it is put into words; value fills {value} there."""

    element: str
    rule: str
    value: str = ""
