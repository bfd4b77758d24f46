"""Patterns of numbers: which parts they have, and what makes one unfit.

A part stands in braces, as in `{division}{unit}{year}{form}{serial:6}`; `{serial:6}` has at least
six digits. Every part but the serial has one length (or opens the number), so two different serials
never give the same number.
"""

import re
from functools import lru_cache
from string import Formatter

from records.errors import RecordsError
from records.models.number_scheme import Numbered

# part: must it be there
PARTS: dict[Numbered, dict[str, bool]] = {
    Numbered.petition: {
        "division": True,
        "unit": True,
        "year": True,
        "form": False,
        "serial": True,
    },
    Numbered.document: {"designation": True, "kind": True, "year": True, "serial": True},
}
# Petition numbers stand in addresses; documents are only printed.
LITERAL = {Numbered.petition: re.compile(r"[A-Za-z0-9-]*"), Numbered.document: re.compile(r"\S*")}
# With the parts at their longest, the number fits its column.
MOST_LITERAL = 16
WIDTHS = range(1, 11)


class BadPattern(RecordsError):
    """This pattern cannot number anything. Write it like {division}{unit}{year}{form}{serial:6}."""

    def __init__(self, detail: str = "") -> None:
        self.detail = detail
        super().__init__(" ".join(filter(None, (type(self).__doc__, detail))))


def check_pattern(what: Numbered, pattern: str) -> None:
    """Raises BadPattern: a part unknown, missing or twice, a wrong width, or other characters."""
    try:
        pieces = list(Formatter().parse(pattern))
    except ValueError as error:
        raise BadPattern(str(error)) from None
    parts = [name for _, name, _, _ in pieces if name is not None]
    literal = "".join(text for text, _, _, _ in pieces)
    for name in parts:
        if name not in PARTS[what]:
            raise BadPattern(f"{{{name}}}: parts are {', '.join(PARTS[what])}")
        if parts.count(name) > 1:
            raise BadPattern(f"{{{name}}} stands twice")
    if missing := [name for name, needed in PARTS[what].items() if needed and name not in parts]:
        raise BadPattern(f"{{{missing[0]}}} is missing")
    for _, part, width, conversion in pieces:
        if conversion or (width and (part != "serial" or not _is_width(width))):
            raise BadPattern(f"{{{part}}}: only the serial has a width, of 1 to {WIDTHS[-1]}")
    if len(literal) > MOST_LITERAL or not LITERAL[what].fullmatch(literal):
        raise BadPattern(f"other characters: at most {MOST_LITERAL}, no blanks")


def write_number(pattern: str, serial: int, **parts: str) -> str:
    """The number that this pattern makes of its parts."""
    return _template(pattern).format(serial=serial, **parts)


def _is_width(text: str) -> bool:
    return text.isascii() and text.isdecimal() and text[0] != "0" and int(text) in WIDTHS


@lru_cache(maxsize=100)
def _template(pattern: str) -> str:
    return re.sub(r"\{serial:(\d+)\}", r"{serial:0\1d}", pattern)
